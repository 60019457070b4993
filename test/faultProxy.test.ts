import { describe, expect, onTestFinished, test } from "vitest";
import { listen } from "./support/listen.ts";
import { createFaultProxy, type FaultProxy } from "./support/proxy/createFaultProxy.ts";
import { fetchThrough } from "./support/proxy/fetchThrough.ts";
import type { Mood } from "./support/proxy/mood.ts";
import { startFaultProxy } from "./support/proxy/startFaultProxy.ts";

/** A panel that counts what it hears, and tells of it in each answer. */
function countingPanel() {
  const heard: { readonly method: string; readonly tag: string | null }[] = [];
  return {
    heard,
    hear: (method: string, tag: string | null) => {
      heard.push({ method, tag });
      return {
        body: `{"heard":${heard.length}}`,
        headers: { "Content-Type": "application/json", ETag: `"${heard.length}"` },
      };
    },
  };
}

interface Behind extends Pick<ReturnType<typeof countingPanel>, "heard"> {
  readonly proxy: FaultProxy;
  readonly ask: (method?: string, query?: string) => Promise<Response>;
}

const path = "/api/privacy/purposes";
const headers = { "If-Match": '"7"' };

async function inOneProcess(): Promise<Behind> {
  const { heard, hear } = countingPanel();
  const proxy = createFaultProxy();
  const fetch = fetchThrough(proxy, {
    panel: async (_input, init) => {
      const tag = new Headers(init?.headers).get("If-Match");
      const { body, headers } = hear(init?.method ?? "GET", tag);
      return new Response(body, { headers });
    },
    browserHeaders: () => ({}),
  });
  const url = `http://panel.test${path}`;
  return {
    ...{ proxy, heard },
    ask: (method = "GET", query = "") =>
      fetch(url + query, { method, headers, redirect: "manual" }),
  };
}

async function overHttp(): Promise<Behind> {
  const { heard, hear } = countingPanel();
  const proxy = await startFaultProxy();
  onTestFinished(proxy.close);
  const panel = await listen((incoming, outgoing) => {
    const { body, headers } = hear(
      incoming.method ?? "",
      incoming.headers["if-match"] ?? null,
    );
    outgoing.writeHead(200, headers).end(body);
  });
  proxy.setPanel(panel);
  return {
    ...{ proxy, heard },
    ask: (method = "GET", query = "") =>
      fetch(proxy.address + path + query, { method, headers, redirect: "manual" }),
  };
}

const page = { status: 403, body: "html" } as const;

describe.each([
  ["in one process", inOneProcess],
  ["over HTTP", overHttp],
])("a proxy of faults %s", (_name, behind) => {
  const inMood = async (...moods: readonly Mood[]) => {
    const opened = await behind();
    opened.proxy.become(...moods);
    return opened;
  };

  test("hands on what it gets while it is in no mood", async () => {
    const { ask, heard } = await inMood();
    const answer = await ask("PUT");
    expect(answer.headers.get("ETag")).toBe('"1"');
    expect(await answer.json()).toEqual({ heard: 1 });
    expect(heard).toEqual([{ method: "PUT", tag: '"7"' }]);
  });

  test.each([
    ["weak", 'W/"1"'],
    ["suffixed", '"1-gzip"'],
  ] as const)("makes tags %s", async (as, tag) => {
    const { ask } = await inMood({ type: "rewrites-tags", as });
    expect((await ask()).headers.get("ETag")).toBe(tag);
  });

  test("codes a body that its reader gets decoded", async () => {
    const { ask } = await inMood({ type: "compresses" });
    const answer = await ask();
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
    expect(answer.headers.get("ETag")).toBe('W/"1"');
    expect(await answer.json()).toEqual({ heard: 1 });
  });

  test.each([
    ["request", 0],
    ["answer", 1],
  ] as const)("answers by itself at the %s", async (moment, times) => {
    const { ask, heard } = await inMood({
      ...{ type: "answers", with: { ...page, retryAfter: 3 }, moment },
      on: { methods: ["DELETE"] },
    });
    const answer = await ask("DELETE");
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/html/);
    expect(answer.headers.get("Retry-After")).toBe("3");
    expect(heard).toHaveLength(times);
    expect((await ask("GET")).status).toBe(200);
  });

  test("replaces errors, and nothing else", async () => {
    const { ask, proxy } = await inMood({
      type: "replaces-errors",
      with: { body: "html" },
    });
    expect((await ask()).headers.get("Content-Type")).toBe("application/json");
    proxy.become(
      { type: "replaces-errors", with: { status: 403, body: "json" } },
      { type: "answers", with: { ...page, status: 500 }, moment: "request" },
    );
    const answer = await ask();
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Content-Type")).toBe("application/json");
  });

  test("redirects", async () => {
    const { ask, heard } = await inMood({
      ...{ type: "redirects", to: "other-origin", moment: "answer" },
    });
    expect([0, 302]).toContain((await ask()).status);
    expect(heard).toHaveLength(1);
  });

  test("gives a kept answer again, for a query of its own a new one", async () => {
    const { ask } = await inMood({
      ...{ type: "caches", by: "path-and-query", seconds: 60, tells: "Age" },
    });
    const said = [];
    for (const query of ["", "", "?fresh=1", ""]) {
      const answer = await ask("GET", query);
      said.push([answer.headers.get("Age"), await answer.json()]);
    }
    expect(said).toEqual([
      [null, { heard: 1 }],
      ["0", { heard: 1 }],
      [null, { heard: 2 }],
      ["0", { heard: 1 }],
    ]);
  });

  test("drops headers of requests and of answers", async () => {
    const { ask, heard } = await inMood(
      { type: "drops-header", from: "request", header: "If-Match" },
      { type: "drops-header", from: "answer", header: "ETag" },
    );
    expect((await ask("PUT")).headers.get("ETag")).toBeNull();
    expect(heard).toEqual([{ method: "PUT", tag: null }]);
  });

  test.each([
    ["request", 0],
    ["answer", 1],
  ] as const)("holds the %s until it changes its mood", async (moment, times) => {
    const { ask, heard, proxy } = await inMood({ type: "holds", moment });
    const answer = ask();
    await expect.poll(() => proxy.seen).toHaveLength(1);
    await expect.poll(() => heard.length).toBe(times);
    proxy.become();
    expect((await answer).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  test("lets through so many requests in a time", async () => {
    const { ask } = await inMood({
      ...{ type: "limits-rate", requests: 2, seconds: 60, with: page },
    });
    const statuses = [await ask(), await ask(), await ask()].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 403]);
  });

  test("sends a write twice, and hands on the second answer", async () => {
    const { ask } = await inMood({ type: "sends-twice" });
    expect(await (await ask("PUT")).json()).toEqual({ heard: 2 });
    expect(await (await ask("GET")).json()).toEqual({ heard: 3 });
  });

  test("hangs up", async () => {
    const { ask, heard } = await inMood({ type: "hangs-up", moment: "answer" });
    await expect(ask()).rejects.toThrow(TypeError);
    expect(heard).toHaveLength(1);
  });
});
