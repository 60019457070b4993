import { afterAll, beforeAll, expect } from "vitest";
import { measureGlance } from "../support/measureGlance.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

const screens = [
  { width: 1280, height: 900, first: 300, second: 640, page: 1300 },
  { width: 360, height: 800, first: 480, second: 1500, page: Number.POSITIVE_INFINITY },
] as const;

test.for(screens)(
  "both decisions are at hand at $width × $height",
  async ({ first, second, page: longest, ...viewport }, { open }) => {
    const { page } = await open({
      baseURL: panel.address,
      locale: "de-DE",
      viewport,
    });
    await visit(page, "Admin");

    const glance = await measureGlance(page, "Als Datei speichern");

    process.stdout.write(
      `At ${viewport.width} × ${viewport.height}: ${JSON.stringify(glance)}\n`,
    );
    expect(glance.switches[0]).toBeLessThanOrEqual(first);
    expect(glance.switches[1]).toBeLessThanOrEqual(second);
    expect(glance.pageHeight).toBeLessThanOrEqual(longest);
    expect(glance.words).toBeLessThanOrEqual(40);
    expect(glance.stopsBefore).toBeLessThanOrEqual(2);
    expect(glance.stopsToSave).toBeLessThanOrEqual(3);
  },
);
