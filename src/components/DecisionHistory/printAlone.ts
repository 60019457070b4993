/**
 * Prints one element and nothing else of the page: the sheet hides all that is not marked.
 * What is folded in is unfolded on the paper.
 */
export function printAlone(element: HTMLElement): void {
  const folded = [...element.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
  element.dataset.ktPrinting = "";
  for (const details of folded) details.open = true;
  addEventListener(
    "afterprint",
    () => {
      delete element.dataset.ktPrinting;
      for (const details of folded) details.open = false;
    },
    { once: true },
  );
  print();
}
