import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { geometryFaults } from "../support/geometry.ts";
import { openBytes } from "../support/openBytes.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { serveFolder } from "../support/serveFolder.ts";
import { controlNames, stopsOutOfOrder, tabThrough } from "../support/tabOrder.ts";
import { unfold } from "../support/unfold.ts";
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
    await unfold(page);

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

test("keeps its colours in a host that is built for older browsers too", async ({
  open,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "klartext-host-"));
  const sheet = join(import.meta.dirname, "../../src/styles/klartext.css");
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><link rel="stylesheet" href="./host.css" />
    ${["light", "dark"].map((theme) => `<div class="${theme}"><p class="kt-root">${theme}</p></div>`).join("")}`,
  );
  await writeFile(join(folder, "host.css"), `@import ${JSON.stringify(sheet)};`);
  await build({ root: folder, logLevel: "error", build: { outDir: "built" } });
  const served = await serveFolder(join(folder, "built"));
  try {
    const { page } = await open({ baseURL: served.address });
    await page.goto("/");
    const look = await page.locator(".kt-root").evaluateAll((roots) =>
      roots.map((root) => {
        const { color, backgroundColor } = getComputedStyle(root);
        return [root.textContent, color, backgroundColor];
      }),
    );

    expect(look).toEqual([
      ["light", "rgb(26, 33, 41)", "rgb(255, 255, 255)"],
      ["dark", "rgb(230, 234, 238)", "rgb(20, 25, 31)"],
    ]);
  } finally {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("shows in forced colours which language is chosen", async ({ open }) => {
  const { page } = await open({
    baseURL: panel.address,
    locale: "de-DE",
    forcedColors: "active",
  });
  await visit(page, "Admin");
  const lookOf = (name: string) =>
    page.getByRole("button", { name }).evaluate((button) => {
      const { color, backgroundColor, borderColor } = getComputedStyle(button);
      return [color, backgroundColor, borderColor];
    });

  expect(await lookOf("Deutsch")).not.toEqual(await lookOf("English"));
});

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
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press("Tab");
    order.push(await focused());
  }

  expect(order).toEqual([
    "Privacy policy of 24 July 2025",
    "Export for data protection officers",
    "Send crash reports",
    "No, do not send",
    expect.stringMatching(/^Show exactly these [\d,]+\sbytes$/),
    "Save as file",
    "Sent: Crash reports",
    "History: Crash reports",
    "Where and how: Crash reports",
    "Wording: Crash reports",
  ]);
});

test.for([320, 1440])(
  "is gone through by Tab once, from top to bottom, at %i px",
  async (width, { open }) => {
    const { page } = await open({
      baseURL: panel.address,
      locale: "en-GB",
      viewport: { width, height: 900 },
    });
    await visit(page, "Admin");
    await unfold(page);

    const stops = await tabThrough(page);

    expect(stops.map(({ name }) => name)).toEqual(await controlNames(page));
    expect(stopsOutOfOrder(stops)).toEqual([]);
    expect(stops.filter(({ isOutlined }) => !isOutlined)).toEqual([]);
    expect(stops.filter(({ isInView }) => !isInView)).toEqual([]);
    expect(stops.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "Send crash reports",
        "No, do not send",
        "The bytes: Server statistics",
        "History: Server statistics",
      ]),
    );
  },
);

test("finds a focus that goes up the page", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
  await visit(page, "Admin");
  await page.locator(".kt-root").evaluate((root) => {
    root.style.display = "flex";
    root.style.flexDirection = "column-reverse";
  });

  expect(stopsOutOfOrder(await tabThrough(page))).not.toEqual([]);
});

test("moves nothing for who asked for less motion", async ({ open }) => {
  const durations = async (reducedMotion: "reduce" | "no-preference") => {
    const { page } = await open({ baseURL: panel.address, reducedMotion });
    await visit(page, "Admin");
    return page.evaluate(() => {
      const styles = [...document.querySelectorAll(".kt-root, .kt-root *")].flatMap(
        (element) =>
          [undefined, "::before", "::after"].map((part) =>
            getComputedStyle(element, part),
          ),
      );
      const all = styles.flatMap(({ transitionDuration, animationDuration }) =>
        `${transitionDuration}, ${animationDuration}`.split(", "),
      );
      return [...new Set(all)].toSorted();
    });
  };

  expect(await durations("no-preference")).not.toEqual(["0s"]);
  expect(await durations("reduce")).toEqual(["0s"]);
});

test("breaks long German words at 320 px, by hyphens where the browser can", async ({
  open,
}) => {
  const { page } = await open({
    baseURL: panel.address,
    locale: "de-DE",
    viewport: { width: 320, height: 640 },
  });
  await visit(page, "Admin");

  const paragraph = await page
    .locator(".kt-root p:not(.kt-lead)")
    .first()
    .evaluate((element) => {
      element.textContent = "Datenschutzgrundverordnungsanpassungsumsetzungsgesetz";
      const range = document.createRange();
      range.selectNodeContents(element);
      return {
        hyphens: getComputedStyle(element).hyphens,
        language: element.closest("[lang]")?.getAttribute("lang"),
        lines: range.getClientRects().length,
      };
    });

  expect(paragraph).toMatchObject({ hyphens: "auto", language: "de" });
  expect(paragraph.lines).toBeGreaterThan(1);
  await openBytes(page);
  expect(await geometryFaults(page)).toEqual([]);
  expect(
    await page
      .locator(".kt-bytes pre")
      .first()
      .evaluate((element) => getComputedStyle(element).hyphens),
  ).toBe("none");
});
