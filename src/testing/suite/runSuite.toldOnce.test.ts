import { expect, test } from "vitest";
import { behind, type Intermediary } from "../../../test/support/intermediaries.ts";
import { problemType } from "../../contract/problem.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../createFakePanel.ts";
import { sessionHeader } from "../fake/session.ts";
import { people } from "../fixtures.ts";
import type { RuleResult } from "./ruleResult.ts";
import { runSuite } from "./runSuite.ts";

function run(intermediary: Intermediary, write = false) {
  const panel = createFakePanel({ transport: null });
  const fetch = behind(intermediary, panel.serve);
  return runSuite({
    ...{ baseUrl: panel.baseUrl, policy: liveConfigPolicy(), write },
    headers: { Cookie: sessionHeader(people.admin) },
    ...{ fetch, fetchAnyHost: fetch },
  });
}

/** Leaves `viewer` out of the purposes, which their schema has. */
const withoutViewer: Intermediary = async ({ method, path, pass }) => {
  const response = await pass();
  const isRead = method === "GET" && path.endsWith("/purposes");
  if (!isRead || response.status !== 200) return response;
  const { viewer: _viewer, ...body } = await response.json();
  return new Response(JSON.stringify(body), response);
};

const storeAway: Intermediary = async ({ path, pass }) => {
  const response = await pass();
  if (path.includes("/policy") || response.status >= 400) return response;
  const type = problemType("store-unavailable");
  const document = { type, title: "The panel cannot use its store", status: 503 };
  return new Response(JSON.stringify(document), {
    status: 503,
    headers: { "Content-Type": "application/problem+json" },
  });
};

const reasonsOf = (results: readonly RuleResult[]) =>
  results.flatMap((one) => (one.outcome === "not-tried" ? [one.reason] : []));

test("purposes that break their schema are told by one rule, and the others say that they were not tried", async () => {
  const { results } = await run(withoutViewer);
  const broken = results.filter(
    (one) => one.outcome === "fail" && one.request?.url.endsWith("/purposes"),
  );

  expect(broken.map(({ id }) => id)).toEqual(["purposes-whole"]);
  expect(reasonsOf(results)).toContainEqual(
    expect.stringMatching(
      /^Not tried, because GET .*\/purposes .* purposes-whole tells\.$/,
    ),
  );
});

test("a run that may decide says in a sentence why it does not", async () => {
  const { results, failed } = await run(withoutViewer, true);

  expect(failed).toBeGreaterThan(0);
  for (const reason of reasonsOf(results)) expect(reason).not.toContain("\n");
});

test("a store that is away is told once, and nothing is tried", async () => {
  const { findings, passed, failed, notTried, results } = await run(storeAway);

  expect(findings.map(({ kind, docs }) => [kind, docs])).toEqual([
    ["store-unavailable", "docs/errors/store-unavailable.md"],
  ]);
  expect([passed, failed, notTried]).toEqual([0, 0, results.length]);
});

test("what is not tried for want of an occasion says what would give one", async () => {
  const { results } = await run(({ pass }) => pass());
  const untried = results.find(({ id }) => id === "attempt-members");

  expect(untried).toMatchObject({
    outcome: "not-tried",
    reason: expect.stringMatching(/^Not tried, because it needs an attempt in the log/),
  });
});
