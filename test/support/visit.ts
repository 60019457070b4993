import type { Page } from "playwright-core";

/** Opens the panel's page and signs one of its people in; done when the values are there. */
export async function visit(
  page: Page,
  person: "Admin" | "Admin 2" | "Auditor",
): Promise<void> {
  await page.goto("./");
  await page.getByRole("button", { name: person, exact: true }).click();
  await page.locator("[data-kt=values] button").nth(2).waitFor();
}
