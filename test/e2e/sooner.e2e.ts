import { afterAll, beforeAll, describe, expect } from "vitest";
import { problems } from "../support/page.ts";
import { measureLoad, signInContext } from "../support/pageLoad.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

const isFirst = (url: string) => !url.includes("fresh=");

describe("the page of somebody who is signed in", () => {
  test("comes in few requests and little of them, and asks for nothing twice", async ({
    browser,
  }) => {
    const context = await signInContext(browser, panel.address, "admin");
    const { requests } = await measureLoad(context);
    const again = await measureLoad(context);
    await context.close();
    const paths = requests.map(({ path }) => path);
    const sizeOf = (of: typeof requests) =>
      of.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

    expect(paths, "asked for twice").toEqual([...new Set(paths)]);
    expect(paths).toContain("/api/privacy/purposes");
    expect(paths).toContain("/api/privacy/purposes/server-statistics/payload");
    expect(requests.length).toBeLessThanOrEqual(12);
    expect(sizeOf(requests)).toBeLessThanOrEqual(125);
    expect(sizeOf(again.requests)).toBeLessThanOrEqual(20);
  });

  test("waits for no more than three answers one after the other", async ({
    browser,
  }) => {
    const context = await signInContext(browser, panel.address, "admin");
    // Where everything is there at once nobody waits.
    const { requests } = await measureLoad(context, {
      ...{ bandwidth: 8_000_000, latency: 150, cpu: 1 },
    });
    await context.close();

    expect(Math.max(...requests.map(({ level }) => level))).toBeLessThanOrEqual(3);
  });
});
