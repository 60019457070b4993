/**
 * Plays a machine translation over a page, by itself alone so that a browser can run it: as
 * Chrome's it wraps each text in two `<font>`, and writes its language and its mark to the
 * root. What is not to be translated stays.
 */
export function translate(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const isKept = text.parentElement?.closest("[translate=no], font, script, style");
    if (!isKept && (text.nodeValue ?? "").trim() !== "") texts.push(text);
  }
  for (const text of texts) {
    const inner = document.createElement("font");
    inner.textContent = `«${text.nodeValue}»`;
    const outer = document.createElement("font");
    outer.append(inner);
    text.parentNode?.replaceChild(outer, text);
  }
  document.documentElement.classList.add("translated-ltr");
  document.documentElement.lang = "de";
}
