/** RFC 9562 § 5.4, with or without its hyphens. */
export const anyUuid4 =
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
