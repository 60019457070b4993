/** The text of an alert, in a centre and in a page without one. */
export const alertSelector = "[data-kt=alert]";

/** What every alert below an element says, without what stands beside it to look up. */
export function alertText(root: ParentNode = document): string {
  return [...root.querySelectorAll(alertSelector)]
    .map(({ textContent }) => textContent)
    .join(" ")
    .trim();
}

/** The first alert below an element. */
export function findAlert(root: ParentNode = document): Element {
  const alert = root.querySelector(alertSelector);
  if (alert) return alert;
  throw new Error("There is no alert.");
}
