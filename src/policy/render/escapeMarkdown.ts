/**
 * Makes a text safe in the Markdown of documentation sites. Whatever may be a mark in
 * CommonMark, GFM, MDX, a Vue template, or a template language around them (Liquid, Hugo,
 * Jinja), becomes a numeric reference, which none of them takes for a mark (CommonMark § 2.5).
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\t\n\f\r ]+/g, " ")
      .replace(/[\\`*_[\]<>#|~$^={}&]/g, reference)
      // Directives (`:name`), emoji (`:+1:`, `D:`, `8-)`), containers (`:::`) and URLs, which
      // would be linked with the references in them as they are written.
      .replace(
        /(?<![a-zäöüß)]):|:(?! |$)|(?<=[8B;-])[()]|@|(?<=www)\.|\/(?=\/)/g,
        reference,
      )
      // A renderer that resolves references before Vue reads the page must leave no `{{`.
      .replace(/&#123;(?=&#123;)/g, "&#123;<span></span>")
  );
}

/**
 * Makes Markdown safe as the beginning of a block, where a list, a line under a heading and,
 * in MDX, an import begin.
 */
export function escapeBlockStart(markdown: string): string {
  return markdown
    .replace(/^ +/, "")
    .replace(/^[-+]/, reference)
    .replace(/^(\d{1,9})([.)])/, (_, digits: string, mark: string) => {
      return digits + reference(mark);
    })
    .replace(/^(?:import|export)\b/, (word) => reference(word.charAt(0)) + word.slice(1));
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
