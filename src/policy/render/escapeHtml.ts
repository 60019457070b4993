/**
 * Makes a text safe in HTML, in an element as in a quoted attribute, and in the languages
 * that templates are written in (Vue, JSX, Liquid, Hugo), whose marks all begin with a brace.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'{}]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "{": "&#123;",
  "}": "&#125;",
};
