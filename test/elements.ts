import { fireEvent, waitFor, within } from "@testing-library/react";
import { expect } from "vitest";
import { alertText } from "./support/alerts.ts";

/** What a person finds in the English card of one purpose, by role and name. */
export function purposeCard(heading = "Server statistics", root = document.body) {
  const region = () => within(root).getByRole("region", { name: heading });
  const bytes = () =>
    within(region()).getByRole("region", {
      name: `The bytes: ${heading}`,
    });
  return {
    region,
    /** The block of bytes, as a keyboard reaches it. */
    bytes,
    /** The button that opens the bytes and closes them. */
    showBytes: () => within(region()).getByRole("button", { name: /^Show exactly/ }),
    /** The word of its status, and the one line below it. */
    chip: () => region().querySelector(".kt-chip")?.textContent ?? "",
    line: () => region().querySelector(".kt-status")?.textContent ?? "",
    toggle: () => within(region()).getByRole<HTMLInputElement>("switch"),
    button: (name: string) => within(region()).getByRole("button", { name }),
    queryButton: (name: string) => within(region()).queryByRole("button", { name }),
    /** What the card's alerts say; "" where there is none. */
    alertText: () => alertText(region()),
    /** The text of the bytes. They end without a line break, and so does this. */
    bytesShown: () => bytes().textContent ?? "",
    digestShown: () =>
      within(region()).getByText(/^[A-Za-z0-9+/]{43}=$/).textContent ?? "",
  };
}

/**
 * The same card, once its bytes are open and the texts have been compared: until then its
 * switch is inactive without a reason.
 */
export async function settledCard(heading?: string, root?: HTMLElement) {
  const card = purposeCard(heading, root);
  fireEvent.click(await waitFor(card.showBytes));
  await waitFor(() => {
    expect(card.bytesShown()).not.toBe("");
    if (isInactive(card.toggle())) expect(describedBy(card.toggle())).not.toBe("");
  });
  return card;
}

/** Whether a switch can be turned; it can be reached either way. */
export function isInactive(toggle: HTMLElement): boolean {
  return toggle.getAttribute("aria-disabled") === "true";
}

/** What describes an element to those who do not see it. */
export function describedBy(element: HTMLElement): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  return (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => root.getElementById(id)?.textContent)
    .join(" ")
    .trim();
}

/** What the one live region of a centre said last to those who do not see it. */
export function announcement(): string {
  return announcements().lastElementChild?.textContent ?? "";
}

/** The one live region of the centre on the page. */
export function announcements(): HTMLElement {
  const region = document.querySelector<HTMLElement>("[data-kt=announcements]");
  if (region) return region;
  throw new Error("There is no centre on the page.");
}
