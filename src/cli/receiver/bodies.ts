import { serializePayload } from "../../payload/serializePayload.ts";
import { nilUuid } from "../../policy/nilUuid.ts";

/** RFC 9562 § 5.4, with or without its hyphens. */
const anyUuid4 =
  /(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}(?![0-9a-f])/gi;

/** Every random UUID in a text, however it is written, each once and in small letters. */
export function randomUuidsIn(text: string): readonly string[] {
  const found = text.match(anyUuid4) ?? [];
  return [...new Set(found.map(withHyphens))];
}

function withHyphens(uuid: string): string {
  const digits = uuid.replaceAll("-", "").toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The bytes that ask the vendor to erase what came under a UUID. */
export function erasureBody(uuid: string): string {
  return serializePayload({ id: uuid });
}

/** What was shown before there was a UUID, as it has to arrive. */
export function withUuid(shown: string, uuid: string | null): string {
  return uuid === null ? shown : shown.replaceAll(nilUuid, uuid);
}

/** Where two texts part, in words; undefined where they are the same. Tells no UUID. */
export function difference(expected: string, found: string): string | undefined {
  if (expected === found) return undefined;
  const expectedLines = expected.split("\n");
  const foundLines = found.split("\n");
  const line = expectedLines.findIndex((text, index) => text !== foundLines[index]);
  const number = line === -1 ? expectedLines.length : line;
  const shown = (lines: readonly string[]) =>
    JSON.stringify((lines[number] ?? "").replaceAll(anyUuid4, "<UUID>").slice(0, 120));
  return `line ${number + 1} is ${shown(foundLines)}, not ${shown(expectedLines)} (${found.length} characters, not ${expected.length})`;
}
