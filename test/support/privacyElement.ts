import { waitFor, within } from "@testing-library/react";
import { expect } from "vitest";

type PrivacyElement = HTMLElementTagNameMap["klartext-privacy"];

/** Has a page of this HTML alone, and finds the element in it. */
export function put(html: string): PrivacyElement {
  document.body.innerHTML = html;
  const element = document.querySelector("klartext-privacy");
  if (!element) throw new Error("There is no element in the page.");
  return element;
}

/** The switch of a purpose, once it can be turned. */
export async function turnable(
  element: HTMLElement,
  heading = "Server statistics",
): Promise<HTMLInputElement> {
  return waitFor(() => {
    const region = within(element).getByRole("region", { name: heading });
    const toggle = within(region).getByRole<HTMLInputElement>("switch");
    expect(toggle.getAttribute("aria-disabled")).toBeNull();
    return toggle;
  });
}

/** Takes the elements out; they take their centres down when they have gone. */
export async function clearPage(): Promise<void> {
  document.body.replaceChildren();
  document.documentElement.removeAttribute("lang");
  localStorage.clear();
  await Promise.resolve();
}
