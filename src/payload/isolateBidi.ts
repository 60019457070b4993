import { escapeUnreadable } from "./serializePayload.ts";

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text from outside, such as a name, as a sentence can hold it: what cannot be seen or
 * reorders is `\uXXXX`, and what runs from right to left is isolated from the words around
 * it (UAX #9, FSI and PDI), in an accessible name and an announcement too.
 */
export function isolateBidi(text: string): string {
  const readable = escapeUnreadable(text);
  return rightToLeft.test(readable) ? `\u2068${readable}\u2069` : readable;
}
