import type { IncomingMessage } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { listen } from "../../test/support/listen.ts";
import { createContract } from "../contract/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { ConfigError, createClient, KlartextError } from "./index.ts";
import { keepWithdrawal } from "./storedWithdrawal.ts";

const contract = createContract(liveConfigPolicy());

interface Page {
  readonly url: string;
  /** What `<base href>` says. */
  readonly base?: string;
  /** Where it is another one than the URL's. */
  readonly origin?: string;
}

/** Puts the globals of a page in place. */
function open({ url, base = url, origin = new URL(url).origin }: Page) {
  vi.stubGlobal("location", new URL(url));
  vi.stubGlobal("document", { baseURI: base });
  vi.stubGlobal("origin", origin);
}

/** The URLs that a client asks on a page. */
async function asked(page: Page, baseUrl?: string) {
  open(page);
  const urls: string[] = [];
  const client = createClient(contract, {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    fetch: async (input) => {
      urls.push(String(input).replace(/\?fresh=\d+$/, ""));
      return new Response(null, { status: 204 });
    },
  });
  await client.getPolicy().catch(() => undefined);
  return { urls, client };
}

function codeOf(page: Page, baseUrl: string) {
  open(page);
  try {
    createClient(contract, { baseUrl });
  } catch (error) {
    return error instanceof ConfigError ? error.code : error;
  }
  return "accepted";
}

const page = { url: "https://panel.example/apps/privacy.html?tab=1#top" };

describe("the base URL", () => {
  test.each([
    ["/api/privacy", "https://panel.example/api/privacy"],
    ["api/privacy", "https://panel.example/apps/api/privacy"],
    ["../api/privacy", "https://panel.example/api/privacy"],
    ["/api/./x/../privacy//", "https://panel.example/api/privacy"],
    ["/", "https://panel.example"],
    ["//panel.example/api", "https://panel.example/api"],
    ["HTTPS://PANEL.example:443/api/", "https://panel.example/api"],
    [" /api/privacy?", "https://panel.example/api/privacy"],
  ])("%j is asked as one absolute URL", async (baseUrl, expected) => {
    const { urls, client } = await asked(page, baseUrl);

    expect([client.baseUrl, ...urls]).toEqual([expected, `${expected}/policy`]);
  });

  test("is resolved against the base of the document, as fetch resolves it", async () => {
    const based = { ...page, base: "https://panel.example/servers/web-1/" };

    expect((await asked(based, "api/privacy")).urls).toEqual([
      "https://panel.example/servers/web-1/api/privacy/policy",
    ]);
  });

  test("stays what it was when the address of the page changes", async () => {
    const { client, urls } = await asked(page, "api/privacy");
    open({ url: "https://panel.example/elsewhere/deep/down.html" });
    await client.getPurposes().catch(() => undefined);

    expect(urls[1]).toBe("https://panel.example/apps/api/privacy/purposes");
  });

  test("leaves out who is named in the page's own address", async () => {
    const url = "https://admin:secret@panel.example/apps/privacy.html";

    expect((await asked({ url }, "../api")).urls).toEqual([
      "https://panel.example/api/policy",
    ]);
  });

  test.each<[string, Page, string]>([
    [
      "behind a base of another origin",
      { ...page, base: "https://cdn.example/" },
      "/api/privacy",
    ],
    ["on another host", page, "//other.example/api"],
    ["on another port", page, "https://panel.example:8443/api"],
    ["on another scheme", page, "http://panel.example/api"],
    [
      "for a page without an origin of its own",
      { ...page, origin: "null" },
      "/api/privacy",
    ],
  ])("%s is turned down as cross-origin", (_name, at, baseUrl) => {
    expect(codeOf(at, baseUrl)).toBe("cross-origin-base-url");
  });

  test.each<[string, Page, string]>([
    ["with a query", page, "/api/privacy?server=1"],
    ["with a fragment", page, "/api/privacy#1"],
    ["with a name and password", page, "https://admin:secret@panel.example/api"],
    ["that is a blob", page, "blob:https://panel.example/1f0b"],
    [
      "that is relative in a page made of a blob",
      { url: "https://panel.example/", base: "blob:https://panel.example/1f0b" },
      "/api/privacy",
    ],
    ["that is no URL", page, "https://"],
  ])("%s is turned down as invalid", (_name, at, baseUrl) => {
    expect(codeOf(at, baseUrl)).toBe("invalid-base-url");
  });

  test("of a page in a frame of its own making is that of the page around it", async () => {
    open({ ...page, origin: "https://panel.example" });
    vi.stubGlobal("location", new URL("about:srcdoc"));

    expect(createClient(contract, { baseUrl: "/api" }).baseUrl).toBe(
      "https://panel.example/api",
    );
  });

  test("is left as it is where there is no page", () => {
    expect(createClient(contract, { baseUrl: "../api/privacy/" }).baseUrl).toBe(
      "../api/privacy",
    );
  });

  test("keeps the withdrawals of two panels apart, though both are named alike", async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage;
    const storeAt = async (url: string) => {
      const { client } = await asked({ url }, "../api/privacy");
      return keepWithdrawal(client.baseUrl, "server-statistics", undefined, {
        local: storage,
      });
    };
    const one = await storeAt("https://panel.example/servers/1/page/");
    const other = await storeAt("https://panel.example/servers/2/page/");

    one.write({ viewer: "admin", sequence: 1, since: "2026-01-15T09:30:00.000Z" });

    expect([one.read("admin")?.viewer, other.read("admin")]).toEqual([
      "admin",
      undefined,
    ]);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("%i takes no header elsewhere", async (status) => {
    const heard: IncomingMessage[] = [];
    const elsewhere = await listen((request, response) => {
      heard.push(request);
      response.end();
    });
    const panel = await listen((_request, response) =>
      response.writeHead(status, { Location: `${elsewhere}/taken` }).end(),
    );
    const client = createClient(contract, {
      baseUrl: panel,
      headers: { "X-CSRF-Token": "secret" },
    });

    await expect(client.withdraw("server-statistics")).rejects.toBeInstanceOf(
      KlartextError,
    );
    await expect(client.getPolicy()).rejects.toBeInstanceOf(KlartextError);
    expect(heard.map(({ method, headers }) => [method, headers["x-csrf-token"]])).toEqual(
      [],
    );
  });
});
