"use client";
import { usePrivacy } from "../hooks/PrivacyContext.ts";
import { formatMoment } from "../i18n/formatMoment.ts";

export interface TimedTextProps {
  /** A sentence that names the moments as `formatMoment` writes them. */
  readonly text: string;
  /** The moments as ISO strings, in the order of the sentence; what is null is not named. */
  readonly moments: readonly (string | null | undefined)[];
}

/**
 * A sentence in which each moment is a `<time>` that a machine can read. Every piece is an
 * element of its own, so that a translation of one does not outlive it.
 */
export function TimedText({ text, moments }: TimedTextProps) {
  const { language } = usePrivacy();
  const [moment, ...later] = moments;
  if (moments.length === 0) return text === "" ? null : <span>{text}</span>;

  const written = moment ? formatMoment(new Date(moment), language) : "";
  const start = moment ? text.indexOf(written) : -1;
  if (start < 0) return <TimedText text={text} moments={later} />;
  return (
    <>
      {start > 0 && <span>{text.slice(0, start)}</span>}
      <time dateTime={moment ?? undefined}>{written}</time>
      <TimedText text={text.slice(start + written.length)} moments={later} />
    </>
  );
}
