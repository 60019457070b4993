"use client";
import { useWords } from "../../hooks/useWords.ts";
import type { Place } from "../../payload/explainPayload.ts";
import { deepest } from "../../payload/explainText.ts";
import { largestShown, mostMarks, type ReadPayload } from "../../payload/readPayload.ts";
import { formatPath } from "./summarize.ts";

/** More is no help to a reader, and stands in the bytes. */
const mostFindings = 100;

export interface PayloadFindingsProps {
  readonly reading: ReadPayload;
  /** What is wrong with the pseudonym's place, for how the purpose stands. */
  readonly pseudonym: "placeholder" | "early" | undefined;
}

/** What is wrong with the bytes, each in a sentence; nothing where nothing is. */
export function PayloadFindings({ reading, pseudonym }: PayloadFindingsProps) {
  const words = useWords();
  switch (reading.status) {
    case "not-utf8": {
      const [{ offset, hex } = { offset: 0, hex: "" }] = reading.broken;
      const place = placeOf(reading.text, offset);
      return <p className="kt-alert">{words("payload.notUtf8", { hex, ...place })}</p>;
    }
    case "not-json": {
      const place = placeOf(reading.text, reading.offset);
      const isCutOff = reading.offset >= reading.text.trimEnd().length;
      const word = isCutOff ? "payload.cutOff" : "payload.notJson";
      return <p className="kt-alert">{words(word, place)}</p>;
    }
    case "too-deep":
      return <p className="kt-alert">{words("payload.tooDeep", { count: deepest })}</p>;
    case "too-large":
      return (
        <p className="kt-alert">
          {words("payload.tooLarge", { size: largestShown / 1_000_000 })}
        </p>
      );
    case "too-many-marks":
      return (
        <p className="kt-alert">{words("payload.tooManyMarks", { count: mostMarks })}</p>
      );
    case "readable":
      return <PlaceFindings places={reading.places} pseudonym={pseudonym} />;
  }
}

/** Line and column, counted from one, as editors count. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function PlaceFindings({
  places,
  pseudonym,
}: { places: readonly Place[] } & Pick<PayloadFindingsProps, "pseudonym">) {
  const words = useWords();
  const findings = places.flatMap(({ path, status }) =>
    status === "disclosed" ? [] : [{ path, status }],
  );
  if (findings.length === 0 && !pseudonym) return null;
  return (
    <ul className="kt-alert">
      {pseudonym && <li>{words(`payload.pseudonym.${pseudonym}`)}</li>}
      {findings.slice(0, mostFindings).map(({ path, status }) => {
        const at = formatPath(path);
        return (
          <li key={`${status} ${JSON.stringify(path)}`}>
            {status === "absent"
              ? `${at}: ${words("payload.absent")}`
              : words(`payload.${status}`, { path: at })}
          </li>
        );
      })}
      {findings.length > mostFindings && (
        <li>
          {words("payload.moreFindings", { count: findings.length - mostFindings })}
        </li>
      )}
    </ul>
  );
}
