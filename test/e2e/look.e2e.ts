import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { geometryFaults } from "../support/geometry.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

const combinations = (["de-DE", "en-GB"] as const).flatMap((locale) =>
  (["light", "dark"] as const).map((colorScheme) => ({ locale, colorScheme })),
);

describe.each(combinations)("the page in $locale, $colorScheme", (look) => {
  test("has nothing that axe objects to", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, ...look });
    await visit(page, "Admin");
    for (const summary of await page.locator("summary").all()) await summary.click();

    const { violations } = await new AxeBuilder({ page }).analyze();

    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

describe.each([
  ["320 px", { viewport: { width: 320, height: 640 } }],
  ["768 px", { viewport: { width: 768, height: 900 } }],
  ["1440 px", { viewport: { width: 1440, height: 900 } }],
  ["forced colours", { forcedColors: "active" }],
] as const)("the page at %s", (_, look) => {
  test.for(["de-DE", "en-GB"])("stands as it should in %s", async (locale, { open }) => {
    const { page } = await open({ baseURL: panel.address, locale, ...look });
    await visit(page, "Admin");

    expect(await geometryFaults(page)).toEqual([]);
  });
});

test.for([320, 1280])(
  "stands as it should with text of 200 % at %i px",
  async (width, { open }) => {
    const { page } = await open({
      baseURL: panel.address,
      locale: "de-DE",
      viewport: { width, height: 900 },
    });
    await visit(page, "Admin");
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });

    expect(await geometryFaults(page)).toEqual([]);
  },
);

test("finds text that lies over other text", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
  await visit(page, "Admin");
  await page.evaluate(() => {
    const heading = document.querySelector<HTMLElement>(".kt-root h2");
    if (heading) heading.style.marginBlockEnd = "-2rem";
  });

  expect(await geometryFaults(page)).not.toEqual([]);
});

test("weighs yes and no the same", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
  await visit(page, "Admin");
  const card = page.getByRole("region", { name: "Serverstatistiken", exact: true });
  const look = (selector: string) =>
    card.locator(selector).evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { fontSize, fontWeight, color, backgroundColor, borderColor } =
        getComputedStyle(element);
      return [width, height, fontSize, fontWeight, color, backgroundColor, borderColor];
    });

  expect(await look(".kt-choices > .kt-switch")).toEqual(
    await look(".kt-choices > .kt-button"),
  );
});

test("is worked by the keyboard alone, in a sensible order", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
  await visit(page, "Admin");
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.getAttribute("aria-label");
      const labelled =
        element instanceof HTMLInputElement && element.labels?.[0]?.textContent;
      return label ?? (labelled || element?.textContent);
    });
  const order: unknown[] = [];
  await page.getByRole("button", { name: "English" }).focus();
  for (let step = 0; step < 16; step += 1) {
    await page.keyboard.press("Tab");
    order.push(await focused());
  }

  expect(order).toEqual([
    "Send crash reports",
    "No, do not send",
    "Show in the bytes: Version of LiveConfig®",
    "Show in the bytes: Bundled libraries",
    "Show in the bytes: Stack trace",
    "The bytes: Crash reports",
    "Wrap long lines",
    "Copy",
    "Save",
    "Previous value",
    "Next value",
    "All values as a table: Crash reports",
    "What has changed: Crash reports",
    "Section of the privacy policy: Crash reports",
    "Where it is sent, and how",
    "What has been sent: Crash reports",
  ]);
});
