import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { decisionsSent } from "../../../test/support/decisionsSent.ts";
import { plantedMistakes } from "../../../test/support/plantedMistakes.ts";
import { plant } from "../../../test/support/plantMistake.ts";
import { shareName, shareOf } from "../../../test/support/shareOf.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../createFakePanel.ts";
import { sessionHeader } from "../fake/session.ts";
import type { FakePanelOptions } from "../fakePanel.ts";
import { people } from "../fixtures.ts";
import { contractRules } from "./rules/index.ts";
import { type RunOptions, runSuite } from "./runSuite.ts";

/**
 * Runs the suite over a fake panel, with both sessions and leave to decide. It cannot send:
 * for reports that a fake never sends the suite would wait.
 */
async function runOver(
  panelOptions: FakePanelOptions = {},
  options: Partial<RunOptions> = {},
  wrap: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
) {
  const panel = createFakePanel({ transport: null, ...panelOptions });
  const report = await runSuite({
    baseUrl: panel.baseUrl,
    policy: panelOptions.policy ?? liveConfigPolicy(),
    headers: { Cookie: sessionHeader(people.admin) },
    readOnlyHeaders: { Cookie: sessionHeader(people.auditor) },
    fetch: wrap(panel.serve),
    fetchAnyHost: wrap(panel.serve),
    write: true,
    ...options,
  });
  const ids = (outcome: string) =>
    report.results.filter((one) => one.outcome === outcome).map(({ id }) => id);
  const statuses = () =>
    Object.values(panel.state().purposes).map(({ decision }) => decision.status);
  return { panel, report, ids, statuses };
}

/** A fake sends nothing, and its clock stands still. */
const untriedOnFake = [
  ...["attempt-bytes", "attempt-disclosed", "attempt-members", "attempt-where"],
  ...["attempts-under-consent", "decision-time", "erasure-told", "locked", "log-bytes"],
  ...["sent-as-shown", "signatures", "tags-on-log"],
];

describe("the contract suite over the fake panel", () => {
  test("finds every rule kept, and ends with everything withdrawn", async () => {
    const { report, ids, statuses } = await runOver();

    expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    expect(ids("not-tried").toSorted()).toEqual(untriedOnFake);
    expect(statuses()).toEqual(["withdrawn", "withdrawn"]);
  });

  test("finds every rule kept in whatever order they are looked at", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...contractRules], {
          minLength: contractRules.length,
        }),
        async (rules) => {
          const { report, ids } = await runOver({}, { rules: rules });

          expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
          expect(
            ids("not-tried")
              .filter((id) => id !== "left-withdrawn")
              .toSorted(),
          ).toEqual(untriedOnFake);
        },
      ),
      { numRuns: process.env.KLARTEXT_DEEP === "1" ? 50 : 2 },
    );
  }, 60_000);

  test("can be run again over what it left", async () => {
    const { report } = await runOver({
      purposes: { "crash-reports": { status: "withdrawn" } },
    });

    expect(report.failed).toBe(0);
  });

  test("holds for another product's policy", async () => {
    const content = { edition: "team", schedule: { days: [1, 5], note: null } };
    const { report, statuses } = await runOver({
      policy: otherPolicy,
      purposes: { "update-check": { payload: { kind: "sample", content } } },
    });

    expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    expect(statuses()).toEqual(["withdrawn"]);
  });

  test("finds that a locked panel takes no consent, and grants none", async () => {
    const { report, ids } = await runOver({
      purposes: {
        "crash-reports": { lock: "do-not-track" },
        "server-statistics": { lock: "do-not-track" },
      },
    });

    expect(report.failed).toBe(0);
    expect(ids("pass")).toContain("locked");
    expect(ids("not-tried")).toContain("grant");
  });

  test("reads what it can of a machine that cannot tell its data", async () => {
    const { report, ids } = await runOver({
      purposes: { "server-statistics": { payload: null } },
    });

    expect(report.failed).toBe(0);
    expect(ids("not-tried")).toContain("payload-digest");
  });

  test("changes nothing without leave to decide", async () => {
    const { panel, ids } = await runOver({}, { write: false });

    expect(ids("pass")).toContain("payload-digest");
    expect(ids("not-tried")).toContain("grant");
    expect(decisionsSent(panel)).toEqual([]);
    expect(panel.state().history).toEqual([]);
  });

  test.each(["granted", "outdated", "refused"] as const)(
    "decides nothing while a purpose is %s",
    async (status) => {
      const { panel, ids, statuses } = await runOver({
        purposes: { "server-statistics": { status } },
      });

      expect(ids("fail")).toEqual([]);
      expect(ids("not-tried")).toContain("left-withdrawn");
      expect(statuses()).toEqual(["undecided", status]);
      expect(decisionsSent(panel)).toEqual([]);
    },
  );

  test("withdraws when it is interrupted", async () => {
    const controller = new AbortController();
    const { ids, statuses } = await runOver(
      {},
      {
        signal: controller.signal,
        onResult: ({ id }) => id === "grant" && controller.abort(),
      },
    );

    expect(ids("not-tried")).toContain("withdraw-instead");
    expect(ids("pass")).toContain("left-withdrawn");
    expect(statuses()).toEqual(["withdrawn", "withdrawn"]);
  });

  test("shows the request and the answer, and no session", async () => {
    const wrap = (fetch: typeof globalThis.fetch) =>
      plant(({ path, pass }) => {
        const answer = new Response("<p>", { status: 500 });
        return path.startsWith("/policy/texts/") ? Promise.resolve(answer) : pass();
      }, fetch);
    const { report } = await runOver({}, {}, wrap);
    const result = report.results.find(({ id }) => id === "policy-text-digests");

    expect(result).toMatchObject({
      outcome: "fail",
      expected: "Status 200.",
      request: {
        method: "GET",
        url: expect.stringContaining("http://panel.test/api/privacy/policy/texts/"),
        body: null,
      },
      answer: { status: 500, body: "<p>" },
    });
    expect(JSON.stringify(report)).not.toContain("session=admin");
  });

  test("names each rule once, with a title that is a sentence's", () => {
    const ids = contractRules.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const { title } of contractRules) expect(title).toMatch(/^[A-Z].*[^.]$/);
  });
});

describe("a panel with a mistake", () => {
  test.each(shareOf(plantedMistakes, 16))(
    `%s breaks %s (${shareName})`,
    async (_mistake, rule, mistake) => {
      // Some look at what was decided; the whole suite over each mistake is `npm run test:mistakes`.
      const rules = contractRules.filter(({ id }) => ["grant", rule].includes(id));
      const { ids } = await runOver({}, { rules }, (fetch) => plant(mistake, fetch));

      expect(ids("fail")).toContain(rule);
    },
  );
});
