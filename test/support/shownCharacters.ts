/**
 * Every character that a page draws, once: of texts, controls, generated content, also within
 * shadow roots, and what the browser adds itself. It stands alone, so that a page can run it.
 */
export function shownCharacters(): readonly string[] {
  // A hyphen, an ellipsis, and the mark of an open and of a closed `details`.
  const texts = ["‐…▾▸"];

  function look(root: ParentNode): void {
    for (const element of root.querySelectorAll("*:not(script, style, template)")) {
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? "");
      }
      for (const pseudo of ["::before", "::after", "::marker"]) {
        const { content } = getComputedStyle(element, pseudo);
        if (content.startsWith('"')) texts.push(content);
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        texts.push(element.value, element.placeholder);
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
  }
  look(document.body);

  const invisible = /[\s\p{Control}\p{Default_Ignorable_Code_Point}]/u;
  const characters = texts
    .flatMap((text) => [...text, ...text.toUpperCase()])
    .filter((character) => !invisible.test(character));
  return [...new Set(characters)];
}
