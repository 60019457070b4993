import type { Page } from "playwright-core";

/** Opens the panel's page and signs one of its people in; done when the bytes are there. */
export async function visit(
  page: Page,
  person: "Admin" | "Admin 2" | "Auditor",
): Promise<void> {
  await page.goto("./");
  await page.getByRole("button", { name: person, exact: true }).click();
  const saving = page.getByRole("button", { name: /^Als Datei speichern|^Save as file/ });
  await saving.nth(1).waitFor();
}
