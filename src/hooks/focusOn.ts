/**
 * Moves the focus to an element, also to one that nobody reaches with Tab. Such a one can
 * have the focus only while it has it: text that always can is called "clickable" by Orca to
 * whoever reads past it.
 */
export function focusOn(element: HTMLElement | null | undefined, options?: FocusOptions) {
  if (!element) return;
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    const forget = () => element.removeAttribute("tabindex");
    element.addEventListener("blur", forget, { once: true });
  }
  element.focus(options);
}
