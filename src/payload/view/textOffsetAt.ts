/** Where in the text of an element a point of the window lies; none where it lies elsewhere. */
export function textOffsetAt(
  element: HTMLElement,
  clientX: number,
  clientY: number,
): number | undefined {
  const caret = caretAt(element.ownerDocument, clientX, clientY);
  if (!caret || !element.contains(caret.node)) return undefined;
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(caret.node, caret.offset);
  return before.toString().length;
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** Older browsers know the point by another name. */
function caretAt(document: Document, x: number, y: number): Caret | undefined {
  if (typeof document.caretPositionFromPoint === "function") {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
