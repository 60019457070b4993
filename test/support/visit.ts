import type { Page } from "playwright-core";
import { type PersonName, signInOnPage } from "./demoMenu.ts";

/** Opens the panel's page and signs one of its people in; done when the bytes are there. */
export async function visit(page: Page, person: PersonName): Promise<void> {
  await page.goto("./");
  await signInOnPage(page, person);
  const saving = page.getByRole("button", { name: /^Als Datei speichern|^Save as file/ });
  await saving.nth(1).waitFor();
}
