import { expect, test } from "vitest";
import { behind, type Intermediary } from "../../../../test/support/intermediaries.ts";
import { liveConfigPolicy } from "../../../policy/index.ts";
import { createFakePanel } from "../../createFakePanel.ts";
import { sessionHeader } from "../../fake/session.ts";
import { people } from "../../fixtures.ts";
import { runSuite } from "../runSuite.ts";

function run(intermediary: Intermediary) {
  const panel = createFakePanel();
  const fetch = behind(intermediary, panel.serve);
  return runSuite({
    ...{ baseUrl: panel.baseUrl, policy: liveConfigPolicy(), fetch },
    headers: { Cookie: sessionHeader(people.admin) },
  });
}

/** Answers otherwise at one path. */
const changing =
  (at: string, change: (text: string) => string): Intermediary =>
  async ({ path, pass }) => {
    const response = await pass();
    if (path !== at || response.status !== 200) return response;
    return new Response(change(await response.text()), response);
  };

test("a panel of another contract is told by that alone", async () => {
  const { findings, passed, failed } = await run(
    changing("/policy", (text) => text.replace('"contract":1', '"contract":2')),
  );

  expect(findings).toMatchObject([{ kind: "other-contract", effect: "stops" }]);
  expect(findings[0]?.seen[0]).toContain("with contract 2");
  expect([passed, failed]).toEqual([0, 0]);
});

test("a panel that stands for another policy is told by that alone", async () => {
  const { findings, passed, failed } = await run(
    changing("/purposes", (text) =>
      text
        .replace('"crash-reports":{', '"newsletter":{')
        .replace('"server-statistics":{', '"benchmarks":{'),
    ),
  );

  expect(findings).toMatchObject([{ kind: "other-policy", effect: "stops" }]);
  expect(findings[0]?.seen[0]).toContain(
    "with newsletter, benchmarks; the policy has crash-reports, server-statistics",
  );
  expect([passed, failed]).toEqual([0, 0]);
});

test("a purpose that is missing is a broken rule", async () => {
  const { findings, failed } = await run(
    changing("/purposes", (text) => text.replace('"crash-reports":{', '"crashes":{')),
  );

  expect(findings).toEqual([]);
  expect(failed).toBeGreaterThan(0);
});
