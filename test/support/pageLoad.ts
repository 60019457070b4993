import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";

/** One request of a page, in the order in which they began. */
interface LoadedRequest {
  readonly path: string;
  readonly status: number;
  /** What came over the network of it, with its headers; 0 for what the browser had. */
  readonly bytes: number;
  /** How many answers had to be there, one after the other, until this one was. */
  readonly level: number;
}

/** What it took until somebody could turn a switch. */
export interface PageLoad {
  /** From the begin of the navigation to the first switch that can be turned. */
  readonly milliseconds: number;
  /** All until both payloads and the parts beside them were there. */
  readonly requests: readonly LoadedRequest[];
}

/** A slow line and a slow computer. */
interface Slowness {
  /** Bits a second, each way. */
  readonly bandwidth: number;
  /** Milliseconds from a request to its answer. */
  readonly latency: number;
  /** How many times as long everything takes that is computed. */
  readonly cpu: number;
}

/** Signs a person in before any page is opened, and gives the context of pages. */
export async function signInContext(
  browser: Browser,
  address: string,
  person: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, locale: "de-DE" });
  await context.addInitScript(noteSwitch);
  await context.request.post("demo/session", {
    data: { person },
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  return context;
}

declare global {
  interface Window {
    /** When a switch could first be turned, in milliseconds since the navigation. */
    klartextSwitchAt?: Promise<number>;
  }
}

/** Looks once in each frame, in the page. */
function noteSwitch(): void {
  window.klartextSwitchAt = new Promise((resolve) => {
    const look = () => {
      const toggle = document.querySelector("[role=switch]:not([aria-disabled=true])");
      if (toggle) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Opens the page in a tab of its own and measures it. */
export async function measureLoad(
  context: BrowserContext,
  slowness?: Slowness,
): Promise<PageLoad> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    const requests = await noteRequests(session);
    if (slowness) await slowDown(session, slowness);
    await page.goto("./");
    // What Playwright waits by would be compiled on the page's own thread, and be measured.
    const { result } = await session.send("Runtime.evaluate", {
      ...{ expression: "klartextSwitchAt", awaitPromise: true, returnByValue: true },
    });
    const milliseconds = Number(result.value);
    await untilWhole(page);
    return { milliseconds, requests: requests() };
  } finally {
    await page.close();
  }
}

async function untilWhole(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelectorAll("[role=switch]:not([aria-disabled=true])").length > 1,
  );
  await page.waitForLoadState("networkidle");
}

async function slowDown(
  session: CDPSession,
  { bandwidth, latency, cpu }: Slowness,
): Promise<void> {
  const bytes = bandwidth / 8;
  await session.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes },
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

interface Noted {
  url: string;
  began: number;
  /** When what it says could be used: a page from its head on, all else when it was whole. */
  usable: number;
  isDocument: boolean;
  status: number;
  bytes: number;
}

/** Notes each request; those that poll, with `?fresh=`, are none of loading. */
async function noteRequests(session: CDPSession): Promise<() => LoadedRequest[]> {
  const noted = new Map<string, Noted>();
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp, type }) => {
    if (request.url.includes("fresh=") || !request.url.startsWith("http")) return;
    noted.set(requestId, {
      ...{ url: request.url, began: timestamp, usable: Number.POSITIVE_INFINITY },
      ...{ isDocument: type === "Document", status: 0, bytes: 0 },
    });
  });
  session.on("Network.responseReceived", ({ requestId, response, timestamp }) => {
    const one = noted.get(requestId);
    if (!one) return;
    one.status = response.status;
    if (one.isDocument) one.usable = timestamp;
  });
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const one = noted.get(requestId);
    if (!one) return;
    one.bytes = encodedDataLength;
    if (!one.isDocument) one.usable = timestamp;
  });
  await session.send("Network.enable");
  return () => withLevels([...noted.values()]);
}

function withLevels(noted: readonly Noted[]): LoadedRequest[] {
  const levels = new Map<Noted, number>();
  for (const one of noted.toSorted((a, b) => a.began - b.began)) {
    const before = [...levels].filter(([other]) => other.usable <= one.began);
    levels.set(one, 1 + Math.max(0, ...before.map(([, level]) => level)));
  }
  return [...levels].map(([{ url, status, bytes }, level]) => {
    const { pathname, search } = new URL(url);
    return { path: pathname + search, status, bytes, level };
  });
}
