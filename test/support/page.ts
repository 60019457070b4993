import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from "playwright-core";
import { chromium } from "playwright-core";
import { chromiumLaunchOptions } from "./chromium.ts";
import { takeTime } from "./takeTime.ts";

/** What a page did that a person does not see. */
export interface PageLog {
  /** Every console message, as `error: text`. */
  console: string[];
  /** Exceptions that nothing caught. */
  errors: string[];
  /** Every request, as `GET http://127.0.0.1:4000/path`. */
  requests: string[];
  /** Requests that got no answer. One the page itself gave up is not among them. */
  failed: string[];
  /** Requests to another origin than `baseURL`. */
  foreign: string[];
}

export interface PageOptions
  extends Pick<
    BrowserContextOptions,
    | "colorScheme"
    | "forcedColors"
    | "hasTouch"
    | "httpCredentials"
    | "ignoreHTTPSErrors"
    | "isMobile"
    | "javaScriptEnabled"
    | "locale"
    | "reducedMotion"
    | "timezoneId"
    | "viewport"
  > {
  /** The server under test. Without it no request is foreign. */
  baseURL?: string;
  /** Whether what the test does counts as done at once, such as a double click. */
  hasty?: boolean;
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  log: PageLog;
}

/** Starts the test browser. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await chromiumLaunchOptions());
}

/** Opens a page that shares nothing with any other and keeps a log of what it does. */
export async function openPage(
  browser: Browser,
  { baseURL, hasty = false, ...options }: PageOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
    ...(baseURL !== undefined && { baseURL }),
  });
  if (!hasty) await context.addInitScript(takeTime);
  const log = keepLog(context, baseURL);
  return { page: await context.newPage(), context, log };
}

/** All that should be empty when a visit went well, ready for `toEqual([])`. */
export function problems(log: PageLog): string[] {
  return [
    ...log.console.filter((line) => /^(error|warning): /.test(line)),
    ...log.errors,
    ...log.failed.map((request) => `no answer: ${request}`),
    ...log.foreign.map((request) => `foreign: ${request}`),
  ];
}

function keepLog(context: BrowserContext, baseURL: string | undefined): PageLog {
  const log: PageLog = { console: [], errors: [], requests: [], failed: [], foreign: [] };
  const home = baseURL === undefined ? undefined : new URL(baseURL).host;

  function noteRequest(method: string, url: string): void {
    const line = `${method} ${url}`;
    log.requests.push(line);
    const { host, protocol } = new URL(url);
    const travels = /^(https?|wss?):$/.test(protocol);
    if (travels && home !== undefined && host !== home) log.foreign.push(line);
  }

  context.on("console", (message) => {
    log.console.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (webError) => {
    const error = webError.error();
    log.errors.push(error.stack ?? String(error));
  });
  context.on("request", (request) => noteRequest(request.method(), request.url()));
  context.on("page", (page) => {
    page.on("websocket", (socket) => noteRequest("GET", socket.url()));
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "unknown";
    if (reason === "net::ERR_ABORTED") return;
    log.failed.push(`${request.method()} ${request.url()} (${reason})`);
  });
  return log;
}
