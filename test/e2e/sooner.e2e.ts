import { afterAll, beforeAll, describe, expect } from "vitest";
import { preloadLinks } from "../../src/contract/preloadLinks.ts";
import { openPage, problems } from "../support/page.ts";
import { measureLoad, signInContext } from "../support/pageLoad.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { boxesOf, sampleFrames } from "../support/sampleFrames.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

/** With headers, as they come over the network. */
const mostKilobytes = 158;

/** How often React puts something on the page; one more than is seen, for what comes late. */
const mostCommits = 6;

declare global {
  interface Window {
    /** How often React had changed the page when a switch could first be turned. */
    klartextCommits?: number;
  }
}

/** Listens where React's own tools do, in the page. */
function noteCommits(): void {
  let count = 0;
  const isReady = () =>
    document.querySelector("[role=switch]:not([aria-disabled=true])") !== null;
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        count += 1;
        if (isReady()) window.klartextCommits ??= count;
      },
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}

/** The switches that can be turned. */
const ready = "[role=switch]:not([aria-disabled=true])";

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

    expect(paths.toSorted()).toEqual([...new Set(paths)].toSorted());
    for (const asked of [
      "/api/privacy/policy",
      "/api/privacy/purposes",
      "/api/privacy/purposes/crash-reports/payload",
      "/api/privacy/purposes/server-statistics/payload",
      "/demo/session",
    ]) {
      expect(paths).toContain(asked);
    }
    expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 200));
    expect(requests.length).toBeLessThanOrEqual(12);
    expect(sizeOf(requests)).toBeLessThanOrEqual(mostKilobytes);
    expect(sizeOf(again.requests)).toBeLessThanOrEqual(20);
  });

  test("waits for no more than three answers one after the other", async ({
    browser,
  }) => {
    const context = await signInContext(browser, panel.address, "admin");
    // Where everything is there at once nobody waits.
    const slowness = { bandwidth: 8_000_000, latency: 150, cpu: 1 };
    const { requests } = await measureLoad(context, slowness);
    await context.close();
    const levelOf = (path: string) => requests.find((one) => one.path === path)?.level;

    expect(Math.max(...requests.map(({ level }) => level))).toBeLessThanOrEqual(3);
    expect(levelOf("/api/privacy/purposes")).toBe(2);
    expect(levelOf("/api/privacy/purposes/server-statistics/payload")).toBe(2);
  });

  test("is rendered in few steps until a switch can be turned", async ({ browser }) => {
    const context = await signInContext(browser, panel.address, "admin");
    await context.addInitScript(noteCommits);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto("./");
    const commits = await page.waitForFunction(() => window.klartextCommits);
    const count = await commits.jsonValue();
    await context.close();

    // The policy alone, what was read of it, the cards, and what their overview says of them.
    expect(count).toBeLessThanOrEqual(mostCommits);
  });

  test("has its scripts compiled while they are on their way", async ({ open }) => {
    const { page, log } = await open({ baseURL: panel.address, locale: "de-DE" });
    await visit(page, "Admin");
    const scripts = [...new Set(log.requests)].flatMap(
      (line) => /^GET (\S+\/(?:index|center)-[\w-]+\.js)$/.exec(line)?.[1] ?? [],
    );

    expect(scripts).toHaveLength(2);
    for (const script of scripts) {
      const text = await (await page.request.get(script)).text();
      expect(text.split("\n")[0]).toBe("//# allFunctionsCalledOnLoad");
    }
  });

  test("takes what was asked for before its script, and complains of nothing", async ({
    open,
  }) => {
    const { page, log } = await open({ baseURL: panel.address, locale: "de-DE" });
    await visit(page, "Admin");
    log.requests.length = 0;
    log.console.length = 0;
    await page.reload();
    await page.locator(ready).nth(1).waitFor();

    const first = log.requests.filter(
      (line) => line.includes("/api/") && !line.includes("?fresh="),
    );
    expect(first).toHaveLength(4);
    expect(new Set(first).size).toBe(4);
    expect(problems(log)).toEqual([]);
  });

  test("shows heading and switches with their state while the bytes are on their way", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
    await visit(page, "Admin");
    const toggle = page.getByRole("switch", { name: "Serverstatistiken senden" });
    await toggle.click();
    await expect.poll(() => toggle.isChecked()).toBe(true);
    await page.route("**/payload**", () => undefined);
    await page.route("**/revisions-*.js", () => undefined);
    await page.reload();

    await toggle.waitFor();
    expect(await toggle.isChecked()).toBe(true);
    expect(await page.locator(".kt-values__placeholder").count()).toBeGreaterThan(0);

    await toggle.click();
    await expect.poll(() => toggle.isChecked()).toBe(false);
  });
});

test.for([
  { width: 1280, height: 900 },
  { width: 360, height: 800 },
])(
  "nothing in the first screen moves while the page is loaded, at $width px",
  async (viewport, { browser }) => {
    const context = await signInContext(browser, panel.address, "admin");
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      ...{ offline: false, latency: 100 },
      ...{ downloadThroughput: 200_000, uploadThroughput: 200_000 },
    });
    const tops = {
      "the heading": ".kt-header h1",
      "the head": ".kt-header",
      "the overview": ".kt-overview",
      "the first card's heading": "[data-kt=center] .kt-card h2",
      "the first switch": "[role=switch]",
      ...(viewport.width > 1000
        ? { "the second card's heading": ".kt-card ~ .kt-card h2" }
        : {}),
    };
    await page.goto("./", { waitUntil: "commit" });
    const stop = await sampleFrames(page, tops);
    await page.locator(ready).nth(1).waitFor();
    const frames = await stop();
    await context.close();

    for (const name of Object.keys(tops)) {
      expect(boxesOf(frames, name), name).toHaveLength(1);
    }
  },
);

describe("a page that is the same for everybody", () => {
  test("asks for the policy alone, once, and logs no error to somebody who is signed out", async ({
    browser,
  }) => {
    const { page, context, log } = await openPage(browser, { baseURL: panel.address });
    const answered = page.waitForResponse("**/api/privacy/purposes");
    await page.goto("./");
    expect((await answered).status()).toBe(401);
    await page.getByText("You are not signed in").first().waitFor();
    const links = await page
      .locator("link[rel=preload][as=fetch]")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    await context.close();

    expect(links).toEqual(["api/privacy/policy", "demo/session"]);
    expect(log.requests.filter((line) => line.endsWith("/api/privacy/policy"))).toEqual([
      `GET ${panel.address}/api/privacy/policy`,
    ]);
    // The centre asks for the state by itself; no line has made a second of it.
    expect(problems(log).filter((line) => !line.includes("401"))).toEqual([]);
    expect(log.requests.filter((line) => line.includes("/purposes"))).toHaveLength(1);
  });

  test("has its lines taken by a client's own requests, and causes no error", async ({
    browser,
  }) => {
    const { page, context, log } = await openPage(browser, { baseURL: panel.address });
    await page.route("**/static.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><title>Static</title>${preloadLinks()}`,
      }),
    );
    await page.goto("./static.html");
    const status = await page.evaluate(async () => {
      const { status } = await fetch("/api/privacy/policy", {
        ...{ cache: "no-store", credentials: "same-origin", redirect: "manual" },
      } as RequestInit);
      return status;
    });
    await context.close();

    expect(status).toBe(200);
    expect(log.requests.filter((line) => line.includes("/policy"))).toHaveLength(1);
    expect(problems(log)).toEqual([]);
  });
});
