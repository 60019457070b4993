/** Makes a text safe in XML 1.0, in an element as in a quoted attribute; what XML cannot say is U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
      "\u{FFFD}",
    )
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
