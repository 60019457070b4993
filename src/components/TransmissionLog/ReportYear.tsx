"use client";
import type { Transmission } from "../../contract/transmission.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords, type Words } from "../../hooks/useWords.ts";
import { formatMonth } from "../../i18n/formatMoment.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { Icon, type IconName } from "../Icon/Icon.tsx";
import {
  type MonthMark,
  type MonthOfReports,
  monthMark,
  yearOfReports,
} from "./yearOfReports.ts";

export interface ReportYearProps {
  readonly heading: string;
  readonly schedule: ConsentActivity["schedule"];
  readonly entries: readonly Transmission[];
  /** The time of the oldest entry that was read; undefined once all are. */
  readonly readBackTo: string | undefined;
  /** In the month that the year ends with. */
  readonly now: Date;
}

const icons: Readonly<Record<MonthMark, IconName | undefined>> = {
  sent: "check",
  failed: "triangle",
  open: "half-ring",
  nothing: undefined,
  unread: "question",
};

/** The last twelve months, each with a sign and a word, and what of them was not read. */
export function ReportYear({
  heading,
  schedule,
  entries,
  readBackTo,
  now,
}: ReportYearProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const months = yearOfReports(entries, readBackTo, now);
  const unread = months.filter(({ isRead }) => !isRead).length;
  return (
    <div className="kt-year">
      <ol
        className="kt-year__months"
        aria-label={words("log.year.label", { heading })}
        data-kt="year"
      >
        {months.map((month) => {
          const mark = monthMark(month);
          const icon = icons[mark];
          const { start } = month;
          return (
            <li key={start.getTime()} className="kt-year__month" data-mark={mark}>
              <time dateTime={isoMonth(start)}>{formatMonth(start, language)}</time>
              <span className="kt-year__mark">
                {icon && <Icon name={icon} />}
                <span>
                  {schedule === "event"
                    ? countsOf(month, mark, words)
                    : words(`log.year.mark.${mark}`)}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      {unread > 0 && <p>{words("log.year.unread", { count: unread })}</p>}
    </div>
  );
}

/** How many attempts came to what; a month without any says its mark. */
function countsOf(month: MonthOfReports, mark: MonthMark, words: Words): string {
  const counted = (["sent", "failed", "open"] as const).flatMap((one) =>
    month.counts[one] > 0 ? [words(`log.year.${one}`, { count: month.counts[one] })] : [],
  );
  if (counted.length === 0) return words(`log.year.mark.${mark}`);
  return [...counted, ...(month.isRead ? [] : [words("log.year.partly")])].join(", ");
}

function isoMonth(start: Date): string {
  return `${start.getFullYear()}-${String(start.getMonth() + 1).padStart(2, "0")}`;
}
