import type { Inline } from "./document.ts";

/** A text with a day at its `{{date}}`, as a time that machines read. */
export function placeTime(
  text: string,
  dateTime: string,
  day: string,
): readonly Inline[] {
  const [before = "", after = ""] = text.split("{{date}}");
  const parts: readonly Inline[] = [
    { type: "text", text: before },
    { type: "time", dateTime, text: day },
    { type: "text", text: after },
  ];
  return parts.filter((part) => part.text !== "");
}
