import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  answering,
  behind,
  blocking,
  type Intermediary,
  page,
  takingBodies,
  weakTags,
} from "../../../../test/support/intermediaries.ts";
import { runBehind } from "../../../../test/support/runSuiteBehind.ts";
import { liveConfigPolicy } from "../../../policy/index.ts";
import { createFakePanel } from "../../createFakePanel.ts";
import { sessionHeader } from "../../fake/session.ts";
import { people } from "../../fixtures.ts";
import { contractRules } from "../rules/index.ts";
import { runSuite } from "../runSuite.ts";

describe("a rule that breaks for a reason of its own", () => {
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

  test("is said to be slow, and keeps its rules all the same", async () => {
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
      rules: contractRules.filter(({ id }) => /^(grant|left-w)/.test(id)),
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
    { write: true, rules: contractRules.filter(({ id }) => id === "large-body") },
  );

  expect(kinds).toEqual([]);
  expect(failures).toEqual([]);
});

test("says who answers where no larger body than a page's gets through", async () => {
  const { kinds, alone } = await runBehind(takingBodies(1_000), { write: true });

  expect(kinds).toEqual(["foreign-answer"]);
  expect(alone).toEqual([]);
});

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
