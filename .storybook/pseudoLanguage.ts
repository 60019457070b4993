const mark = "·";

/** Makes every text of an element 40 % longer, as other languages would, and keeps at it. */
export function lengthenTexts(root: Element): () => void {
  const lengthen = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? "";
      if (text.trim() === "" || text.endsWith(mark)) continue;
      if (node.parentElement?.closest("[translate=no]")) continue;
      const extra = text.slice(0, Math.ceil(text.length * 0.4)).trim();
      node.nodeValue = `${text} ${extra}${mark}`;
    }
  };
  const observer = new MutationObserver(lengthen);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  lengthen();
  return () => observer.disconnect();
}
