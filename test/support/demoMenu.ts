import type { Locator, Page } from "playwright-core";

/** The people of the demonstration, by their names. */
export type PersonName = "Admin" | "Admin 2" | "Auditor";

/** The button of the menu in the panel's own bar, which shows who is signed in. */
export function menuButton(page: Page, person?: PersonName): Locator {
  const name = person ? `Demonstration: ${person}` : /^Demonstration: /;
  return page.getByRole("button", { name, exact: true });
}

/** Presses the button that signs a person in, in the menu or, for nobody yet, in the page. */
export async function pressSignIn(page: Page, person: PersonName): Promise<void> {
  const button = page.getByRole("button", { name: person, exact: true });
  await button.or(menuButton(page)).first().waitFor();
  if (!(await button.isVisible())) await menuButton(page).click();
  await button.click();
}

/** Signs a person in, and waits until the bar shows it. */
export async function signInOnPage(page: Page, person: PersonName): Promise<void> {
  await pressSignIn(page, person);
  await menuButton(page, person).and(page.locator("[aria-expanded=false]")).waitFor();
}

/** Makes the process `client` crash, by the menu, and closes that. */
export async function demonstrateCrash(page: Page): Promise<void> {
  await menuButton(page).click();
  await page.getByRole("button", { name: "Demonstrate a crash" }).click();
  await page.getByText("The process “client” has crashed.").waitFor();
  await page.keyboard.press("Escape");
}
