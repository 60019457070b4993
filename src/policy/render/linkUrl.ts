/**
 * A URL as it may stand in a link: `http`, `https` or relative. What would end an attribute
 * or begin a template is percent-encoded (RFC 3986 § 2.1).
 *
 * @throws {RangeError} for any other scheme, such as `javascript:`.
 */
export function linkUrl(url: string): string {
  const base = "https://relative.invalid/";
  if (URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol)) {
    return url.trim().replace(/[\s"'<>`{}|\\^]/g, percentEncoded);
  }
  throw new RangeError(
    `"${url}" cannot be linked: a link may be an http or https URL, or a relative one. ` +
      "Give the address of the page in the other language, such as /docs/privacy.",
  );
}

function percentEncoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
