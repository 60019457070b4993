import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { build } from "vite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { makeFolder } from "../../test/support/folder.ts";
import { precompress } from "../build/precompress.ts";
import { createApp } from "./app.ts";

const script = `console.log(${JSON.stringify("a script that repeats itself. ".repeat(50))})`;

/** The files of a small page, as Vite builds them. */
async function buildPage(): Promise<string> {
  const root = await makeFolder({
    "index.html":
      '<!doctype html><html lang="de"><head>' +
      '<script type="module" src="./main.ts"></script></head><body></body></html>',
    "main.ts": script,
  });
  const mode = process.env.NODE_ENV;
  onTestFinished(() => {
    process.env.NODE_ENV = mode;
  });
  await build({
    ...{ root, base: "./", configFile: false, logLevel: "error" },
    plugins: [precompress()],
    build: { manifest: true, modulePreload: { polyfill: false } },
  });
  return `${root}/dist`;
}

async function openSite(folder: string) {
  const app = createApp({
    ...{ origins: ["http://127.0.0.1"], pageFolder: folder, crash: undefined },
    policy: liveConfigPolicy(),
    panel: { handle: async () => Response.json({}) },
    viewer: () => undefined,
    sessions: {
      start: () => "",
      find: (cookie) =>
        cookie === "session=known"
          ? { id: "admin", name: "Admin", mayDecide: true }
          : undefined,
    },
    report: vi.fn(),
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { Host: "127.0.0.1", ...headers } });
  const html = async (headers?: Record<string, string>, path = "/") =>
    (await get(path, headers)).text();
  const asset = /src="\.(\/assets\/[^"]+)"/.exec(await html())?.[1] ?? "";
  return { get, html, asset };
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe("a hashed file of the page", () => {
  test("comes in the coding that the browser takes, and is the same script", async () => {
    const { get, asset } = await openSite(await buildPage());
    const plain = await get(asset);
    const brotli = await get(asset, { "Accept-Encoding": "gzip, deflate, br, zstd" });
    const gzip = await get(asset, { "Accept-Encoding": "gzip" });

    expect(
      [plain, brotli, gzip].map(({ headers }) => headers.get("Content-Encoding")),
    ).toEqual([null, "br", "gzip"]);
    const whole = await bytesOf(plain);
    const coded = await bytesOf(brotli);
    expect(coded.length).toBeLessThan(whole.length / 3);
    expect(new Uint8Array(brotliDecompressSync(coded))).toEqual(whole);
    expect(new Uint8Array(gunzipSync(await bytesOf(gzip)))).toEqual(whole);
  });

  test.each([{}, { "Accept-Encoding": "br" }, { "Accept-Encoding": "gzip" }])(
    "is kept for ever, by what was asked for: %j",
    async (asked) => {
      const { get, asset } = await openSite(await buildPage());
      const { headers } = await get(asset, asked as Record<string, string>);

      expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
      expect(headers.get("Vary")).toBe("Accept-Encoding");
      expect(headers.get("Content-Type")).toMatch(/^text\/javascript/);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    },
  );

  test("is not kept where it is missing", async () => {
    const { get } = await openSite(await buildPage());
    const answer = await get("/assets/missing.js");

    expect(answer.status).toBe(404);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("the page itself", () => {
  test("is asked for each time, for each person anew", async () => {
    const { get } = await openSite(await buildPage());
    const { headers } = await get("/", { "Accept-Encoding": "br, gzip" });

    expect(headers.get("Cache-Control")).toBe("private, no-cache");
    expect(headers.get("Vary")).toBe("Accept-Language, Cookie");
    expect(headers.get("Content-Encoding")).toBeNull();
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  });

  test("asks for the state and the payloads where it sees a session", async () => {
    const { html } = await openSite(await buildPage());
    const asked = (page: string) =>
      Array.from(page.matchAll(/as="fetch" [^>]*href="([^"]+)"/g), ([, href]) => href);

    expect(asked(await html())).toEqual(["api/privacy/policy", "demo/session"]);
    expect(asked(await html({ Cookie: "session=other" }))).toHaveLength(2);
    expect(asked(await html({ Cookie: "session=known" }))).toEqual([
      "api/privacy/policy",
      "api/privacy/purposes",
      "api/privacy/purposes/crash-reports/payload",
      "api/privacy/purposes/server-statistics/payload",
      "demo/session",
    ]);
  });

  test.each([
    ["/", "de-AT, en;q=0.5", "de"],
    ["/", "fr, en-GB;q=0.5", "en"],
    ["/?lang=de", "en", "de"],
    ["/?lang=en", "de", "en"],
  ])("at %s is, to a browser with %s, in %s", async (path, accepted, language) => {
    const { html } = await openSite(await buildPage());

    expect(await html({ "Accept-Language": accepted }, path)).toContain(
      `<html lang="${language}">`,
    );
  });
});

test("what was not built is not served, and the rest of the panel is", async () => {
  const { get } = await openSite(await makeFolder());

  expect((await get("/")).status).toBe(404);
  expect((await get("/docs/privacy")).status).toBe(200);
});
