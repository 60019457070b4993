/** A section of a Markdown text without its heading: up to the next of the same level. */
export function readSection(markdown: string, heading: string): string {
  const [, ...rest] = `\n${markdown}`.split(`\n## ${heading}\n`);
  const [section = ""] = rest.join("").split(/\n## /);
  return section.trim();
}
