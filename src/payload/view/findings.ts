import { nilUuid } from "../../policy/nilUuid.ts";
import type { DigestCheck } from "../checkDigest.ts";
import type { Place } from "../explainPayload.ts";
import { deepest } from "../explainText.ts";
import type { LocatedValue } from "../locateValues.ts";
import { pathKey } from "../pathKey.ts";
import { maxMarks, maxShownBytes, type ReadPayload } from "../readPayload.ts";
import { formatPath } from "./groupByItem.ts";
import type { ViewWords } from "./viewWords.ts";

type Unreadable = Exclude<ReadPayload, { status: "readable" }>;

/** Something that is wrong with the bytes of a payload. */
export type Finding =
  | { readonly kind: "digest" }
  | { readonly kind: "reading"; readonly reading: Unreadable }
  | { readonly kind: "pseudonym"; readonly status: "placeholder" | "early" }
  | { readonly kind: "place"; readonly place: WrongPlace };

type WrongPlace = Place & { readonly status: Exclude<Place["status"], "disclosed"> };

export interface Examined {
  readonly reading: ReadPayload;
  readonly check: Pick<DigestCheck, "status">;
  /** What is wrong with the pseudonym's place, for how the purpose stands. */
  readonly pseudonym: "placeholder" | "early" | undefined;
}

/** Whatever is wrong with the bytes, what concerns all of them first. */
export function findingsOf({ reading, check, pseudonym }: Examined): readonly Finding[] {
  const findings: Finding[] = [];
  if (check.status === "differs") findings.push({ kind: "digest" });
  if (reading.status !== "readable") return [...findings, { kind: "reading", reading }];
  if (pseudonym) findings.push({ kind: "pseudonym", status: pseudonym });
  const places = reading.places.filter(isWrong);
  return [...findings, ...places.map((place) => ({ kind: "place", place }) as const)];
}

function isWrong(place: Place): place is WrongPlace {
  return place.status !== "disclosed";
}

/** A finding as a sentence. `format` writes a number as the language does. */
export function sayFinding(
  finding: Finding,
  words: ViewWords,
  format: (count: number) => string,
): string {
  switch (finding.kind) {
    case "digest":
      return words("payload.check.differs");
    case "reading":
      return sayReading(finding.reading, words, format);
    case "pseudonym":
      return words(`payload.pseudonym.${finding.status}`);
    case "place": {
      const { status, path } = finding.place;
      const at = formatPath(path);
      return status === "absent"
        ? `${at}: ${words("payload.absent")}`
        : words(`payload.${status}`, { path: at });
    }
  }
}

function sayReading(
  reading: Unreadable,
  words: ViewWords,
  format: (count: number) => string,
): string {
  switch (reading.status) {
    case "not-utf8": {
      const [{ offset, hex } = { offset: 0, hex: "" }] = reading.broken;
      return words("payload.notUtf8", { hex, ...positionOf(reading.text, offset) });
    }
    case "not-json": {
      const isCutOff = reading.offset >= reading.text.trimEnd().length;
      const position = positionOf(reading.text, reading.offset);
      return words(isCutOff ? "payload.cutOff" : "payload.notJson", position);
    }
    case "too-deep":
      return words("payload.tooDeep", { count: deepest });
    case "too-large":
      return words("payload.tooLarge", { size: maxShownBytes / 1_000_000 });
    case "too-many-marks":
      return words("payload.tooManyMarks", { count: format(maxMarks) });
  }
}

/** Line and column, counted from one, as editors count. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The value that a finding is about; none for what is not there, or is all of the bytes. */
export function valueOfFinding(
  finding: Finding,
  values: readonly LocatedValue[],
): LocatedValue | undefined {
  switch (finding.kind) {
    case "place": {
      const path = pathKey(finding.place.path);
      return values.find(({ place }) => pathKey(place.path) === path);
    }
    case "pseudonym":
      return values.find(({ place: { value } }) =>
        finding.status === "placeholder" ? value === nilUuid : isUuid(value),
      );
    default:
      return undefined;
  }
}

function isUuid(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
  );
}
