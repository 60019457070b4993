/** How a browser's machine translation changes a page. */
export type Translating = "wrapping" | "merging";

/**
 * Plays a machine translation over a page, by itself alone so that a browser can run it:
 * Chrome's wraps each text in two `<font>`, another may also merge the texts beside each
 * other. What is not to be translated stays.
 */
export function translate(root: Element, how: Translating): void {
  const isTranslated = (text: Node) =>
    text.parentElement?.closest("[translate=no]") === null &&
    text.parentElement.closest("font") === null &&
    (text.nodeValue ?? "").trim() !== "";
  const textsOf = (element: Element) =>
    [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && isTranslated(node),
    );

  for (const element of [root, ...root.querySelectorAll("*")]) {
    const [first, ...others] = textsOf(element);
    if (how === "merging" && first) {
      for (const other of others) {
        first.nodeValue += other.nodeValue ?? "";
        other.parentNode?.removeChild(other);
      }
    }
    for (const text of textsOf(element)) {
      const inner = document.createElement("font");
      inner.textContent = `«${text.nodeValue}»`;
      const outer = document.createElement("font");
      outer.append(inner);
      text.parentNode?.replaceChild(outer, text);
    }
  }
  document.documentElement.classList.add("translated-ltr");
  document.documentElement.lang = "fr";
}
