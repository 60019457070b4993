import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  addingHeader,
  answering,
  behind,
  blocking,
  caching,
  codedPayloads,
  errorPages,
  type Intermediary,
  limiting,
  page,
  suffixedTags,
  takingBodies,
  weakTags,
  withoutHeader,
  withoutRequestHeader,
} from "../../../test/support/intermediaries.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../createFakePanel.ts";
import { sessionHeader } from "../fake/session.ts";
import { people } from "../fixtures.ts";
import { contractRules } from "./rules/index.ts";
import { type RunOptions, runSuite } from "./runSuite.ts";

/** Runs the suite over a fake panel behind a proxy, with both sessions. */
async function runBehind(intermediary: Intermediary, options: Partial<RunOptions> = {}) {
  const panel = createFakePanel();
  const before = JSON.stringify(panel.state());
  const fetch = behind(intermediary, panel.serve);
  const report = await runSuite({
    baseUrl: panel.baseUrl,
    policy: liveConfigPolicy(),
    headers: { Cookie: sessionHeader(people.admin) },
    readOnlyHeaders: { Cookie: sessionHeader(people.auditor) },
    fetch,
    fetchAnyHost: fetch,
    ...options,
  });
  const failures = report.results.filter((result) => result.outcome === "fail");
  return {
    report,
    kinds: report.findings.map(({ kind }) => kind),
    failures,
    alone: failures.filter(({ cause }) => cause === null).map(({ id }) => id),
    changed: JSON.stringify(panel.state()) !== before,
    sent: panel.requests,
  };
}

const modes = [
  ["reading", false],
  ["deciding", true],
] as const;

describe.each(modes)("a run that is %s", (_mode, write) => {
  test("finds nothing where nothing stands before the panel", async () => {
    const { kinds } = await runBehind(({ pass }) => pass(), { write });

    expect(kinds).toEqual([]);
  });

  test.each<[string, () => Intermediary, string]>([
    ["makes tags weak", () => weakTags, "tag-changed"],
    ["puts a suffix on tags", () => suffixedTags, "tag-changed"],
    ["codes payloads", () => codedPayloads, "payload-coded"],
    ["takes ETag away", () => withoutHeader("ETag"), "header-missing"],
    ["takes Repr-Digest away", () => withoutHeader("Repr-Digest"), "header-missing"],
    [
      "takes Klartext-Payload away",
      () => withoutHeader("Klartext-Payload"),
      "header-missing",
    ],
    ["takes Cache-Control away", () => withoutHeader("Cache-Control"), "header-missing"],
    [
      "takes If-None-Match away",
      () => withoutRequestHeader("If-None-Match"),
      "not-revalidated",
    ],
    [
      "lets other sites read",
      () => addingHeader("Access-Control-Allow-Origin", "*"),
      "cors-added",
    ],
    ["takes Origin away", () => withoutRequestHeader("Origin"), "origin-unknown"],
    [
      "names the panel's own host to it",
      () => withoutRequestHeader("Host"),
      "host-not-checked",
    ],
    ["lets no PUT and no DELETE pass", () => blocking(["PUT", "DELETE"]), "blocked"],
    ["lets no DELETE pass", () => blocking(["DELETE"], 405), "blocked"],
    ["lets no write pass", () => blocking(["PUT", "DELETE", "POST"], 501), "blocked"],
    ["writes its own error pages", () => errorPages, "foreign-answer"],
    ["asks strangers to sign in", () => answering(signIn, isStranger), "foreign-answer"],
    ["closes the connection of a PUT", () => answering(noAnswer, isPut), "blocked"],
    ["takes 60 requests alone", () => limiting(60, () => page(429)), "too-many-requests"],
    ["is overloaded at times", () => limiting(60, () => page(503)), "too-many-requests"],
    ["loses the panel midway", () => limiting(60, () => page(502)), "gateway"],
  ])("says one cause when a proxy %s", async (_name, make, kind) => {
    const { kinds, alone } = await runBehind(make(), { write });

    expect(kinds).toEqual([kind]);
    expect(alone).toEqual([]);
  });

  test.each<[string, () => Intermediary, string]>([
    ["nothing answers", () => answering(noAnswer), "no-answer"],
    ["a page answers", () => answering(() => page(404)), "not-the-panel"],
    ["a single-page app answers", () => answering(() => page(200)), "not-the-panel"],
    [
      "another API answers",
      () => answering(() => Response.json({ ok: true })),
      "not-the-panel",
    ],
    ["no panel runs behind the proxy", () => answering(() => page(502)), "gateway"],
    ["every request is too many", () => answering(() => page(429)), "too-many-requests"],
    ["the way leads elsewhere", () => answering(moved), "redirected"],
    ["a proxy asks for a password", () => answering(() => page(401)), "session-over"],
    [
      "the private part is a sign-in page",
      () => answering(() => page(200), isPrivate),
      "session-over",
    ],
    [
      "the private part leads to a sign-in page",
      () => answering(signIn, isPrivate),
      "session-over",
    ],
    ["the panel knows no session", () => withoutRequestHeader("Cookie"), "not-signed-in"],
    ["a proxy drops the port of the host", () => renamingHost, "host-not-served"],
    ["a proxy stores answers for everybody", () => caching(), "old-answer"],
    [
      "a proxy answers from its store",
      () => caching({ keyOf: byPath, headers: { Age: "7" } }),
      "old-answer",
    ],
    ["the clock of the answers stands still", () => frozenDate(), "old-answer"],
  ])("tries nothing, and says why, when %s", async (_name, make, kind) => {
    const { report, kinds, changed } = await runBehind(make(), { write });

    expect(kinds).toEqual([kind]);
    expect(report).toMatchObject({ passed: 0, failed: 0 });
    expect(report.notTried).toBe(report.results.length);
    expect(changed).toBe(false);
  });
});

describe("what is found", () => {
  test("says what was seen, why it matters, what to do, and where that is told", async () => {
    const { report } = await runBehind(weakTags);
    const [finding] = report.findings;

    expect(finding?.seen.join("\n")).toMatch(
      /GET \S+\/purposes\S* answered 200 with ETag: W\//,
    );
    expect(finding?.why).toContain("If-Match");
    expect(finding?.remedy).toContain("gzip off");
    expect(finding?.docs).toBe("docs/behind-a-proxy.md");
  });

  test("holds no session", async () => {
    const { report } = await runBehind(answering(() => page(401)));

    expect(JSON.stringify(report)).not.toContain("session=admin");
  });

  test("names the headers that are missing, and where", async () => {
    const { report } = await runBehind(withoutHeader("Repr-Digest"));

    expect(report.findings[0]?.seen.join("\n")).toMatch(
      /GET \S+\/purposes\/crash-reports\/payload answered 200 without Repr-Digest/,
    );
  });

  test.each([
    [["PUT", "DELETE"], "POST passes"],
    [["PUT", "DELETE", "POST"], "POST is blocked too"],
  ])("tells of %j whether the other form passes", async (methods, told) => {
    const { report } = await runBehind(blocking(methods));

    expect(report.findings[0]?.seen.join("\n")).toContain(told);
  });
});

describe("a promise that breaks for a reason of its own", () => {
  test("stands beside what a proxy breaks", async () => {
    const { kinds, alone } = await runBehind(async (passing) => {
      const response = await weakTags(passing);
      if (!passing.path.endsWith("/payload") || response.status !== 200) return response;
      const { status, headers } = response;
      return new Response(`${await response.text()} `, { status, headers });
    });

    expect(kinds).toEqual(["tag-changed"]);
    expect(alone).toEqual(["payload-digest", "payload-readable", "head-everywhere"]);
  });
});

describe("a panel that takes two seconds an answer", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const slow: Intermediary = ({ pass }) => {
    vi.advanceTimersByTime(2_000);
    return pass();
  };

  test("is said to be slow, and keeps its promises all the same", async () => {
    const { report, kinds, failures } = await runBehind(slow);

    expect(kinds).toEqual(["slow"]);
    expect(report.findings[0]?.seen).toEqual(["half of 10 answers took more than 2.0 s"]);
    expect(failures).toEqual([]);
    expect(report.passed).toBeGreaterThan(50);
  });

  test("is tested as long as there is time, and what was given is withdrawn", async () => {
    const panel = createFakePanel();
    const fetch = behind(slow, panel.serve);
    const { results } = await runSuite({
      ...{ baseUrl: panel.baseUrl, policy: liveConfigPolicy(), fetch },
      headers: { Cookie: sessionHeader(people.admin) },
      promises: contractRules.filter(({ id }) => /^(grant|left-w)/.test(id)),
      write: true,
      maxTime: 24_000,
    });

    expect(results).toMatchObject([
      { id: "grant", outcome: "not-tried", cause: "slow" },
      { id: "grant-binds-anew", outcome: "not-tried", cause: "slow" },
      { id: "left-withdrawn", outcome: "not-tried", cause: null },
    ]);
    expect(panel.state().purposes["crash-reports"]?.decision.status).toBe("withdrawn");
  });
});

test("finds no fault with a proxy that takes no mebibyte, which no page sends", async () => {
  const { report, kinds, failures } = await runBehind(takingBodies(1024 * 1024), {
    write: true,
  });
  const reasons = report.results.flatMap((result) =>
    result.outcome === "not-tried" && /body/.test(result.reason) ? result : [],
  );

  expect(kinds).toEqual([]);
  expect(failures).toEqual([]);
  expect(reasons.map(({ id }) => id)).toEqual(["large-body", "order-of-problems"]);
});

test("finds no fault with a proxy that has an empty answer for other hosts", async () => {
  const empty = answering(
    () => new Response(""),
    ({ headers }) => headers.get("Host") === "attacker.invalid",
  );
  const { kinds, failures, report } = await runBehind(empty);

  expect(kinds).toEqual([]);
  expect(failures).toEqual([]);
  expect(report.results.find(({ id }) => id === "own-host")).toMatchObject({
    outcome: "not-tried",
    reason: "Something before the panel answered 200 to another host.",
  });
});

test("finds no fault with a panel that takes all that a proxy lets pass", async () => {
  const { kinds, failures } = await runBehind(
    async (passing) => {
      const { method, size, pass } = passing;
      if (size > 1024 * 1024) return page(502);
      const isTaken = method === "PUT" && size > 100_000;
      return isTaken ? pass({ "Content-Type": "application/json" }, "{}") : pass();
    },
    { write: true, promises: contractRules.filter(({ id }) => id === "large-body") },
  );

  expect(kinds).toEqual([]);
  expect(failures).toEqual([]);
});

test("says who answers where no larger body than a page's gets through", async () => {
  const { kinds, alone } = await runBehind(takingBodies(1_000), { write: true });

  expect(kinds).toEqual(["foreign-answer"]);
  expect(alone).toEqual([]);
});

test.each(modes)(
  "decides nothing where a store may tell what was, %s",
  async (_mode, write) => {
    const intermediary = caching({ keyOf: byPath });
    const { kinds, alone, changed } = await runBehind(intermediary, { write });

    expect(kinds).toContain("session-ignored");
    expect(alone).toEqual([]);
    expect(changed).toBe(false);
  },
);

test("gives no consent that a proxy would not let it withdraw", async () => {
  const { report, changed } = await runBehind(blocking(["DELETE"]), { write: true });
  const grant = report.results.find(({ id }) => id === "grant");

  expect(grant).toMatchObject({
    outcome: "not-tried",
    reason: expect.stringContaining("DELETE"),
  });
  expect(changed).toBe(false);
});

test("tries methods where nothing can be decided, whatever the panel takes", async () => {
  const { sent, changed } = await runBehind(({ pass }) => pass());
  const unsafe = sent.filter(
    ({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method),
  );

  expect(unsafe.map(({ method, path, status }) => [method, path, status])).toEqual([
    ["PUT", "/purposes/no-such/decision", 404],
    ["DELETE", "/purposes/no-such/decision", 404],
    ["POST", "/purposes/no-such/decision", 404],
  ]);
  expect(changed).toBe(false);
});

function noAnswer(): never {
  throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
}

function moved(): Response {
  return page(301, "Moved", { Location: "https://panel.test/api/privacy/policy" });
}

function signIn(): Response {
  return page(302, "Sign in", { Location: "/login?next=/api/privacy/purposes" });
}

function isStranger({ headers }: { readonly headers: Headers }): boolean {
  return !headers.has("Cookie");
}

function isPut({ method }: { readonly method: string }): boolean {
  return method === "PUT";
}

function isPrivate({ path }: { readonly path: string }): boolean {
  return !path.startsWith("/policy");
}

function byPath({ pathname }: URL): string {
  return pathname;
}

const renamingHost: Intermediary = ({ pass }) => pass({ Host: "panel.test:8080" });

/** Each answer says when it was made; those that are read were made before the others. */
function frozenDate(): Intermediary {
  return async ({ method, pass }) => {
    const response = await pass();
    const second = method === "GET" ? "00" : "40";
    const headers = new Headers(response.headers);
    headers.set("Date", `Thu, 15 Jan 2026 09:30:${second} GMT`);
    const body = response.status === 304 ? null : response.body;
    return new Response(body, { status: response.status, headers });
  };
}
