import { describe, expect, test } from "vitest";
import { type ContractRule, contractRules, runSuite } from "../../src/testing/index.ts";
import { contractSubjects } from "./contractSubjects.ts";
import { shareName, shareOf } from "./shareOf.ts";

type Start = (typeof contractSubjects)[keyof typeof contractSubjects];

/** What a panel is in when the contract is looked at once more. */
const circumstances: readonly (readonly [string, (start: Start) => Promise<void>])[] = [
  [
    "takes no consent while sending is locked",
    async (start) => {
      const panel = await start({ lock: "do-not-track" });

      const report = await runSuite({ ...panel.options(), write: true });

      expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
      expect(report.results).toContainEqual(
        expect.objectContaining({ id: "locked", outcome: "pass" }),
      );
    },
  ],
  [
    "keeps what can be checked by reading while consent is given",
    async (start) => {
      const panel = await start();
      await panel.decide("server-statistics", "grant");
      await panel.decide("crash-reports", "refuse");

      const report = await runSuite(panel.options());

      expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    },
  ],
];

/**
 * That a panel keeps the contract: free to decide, and locked or read while consent stands.
 *
 * @param rules Which rules are checked, the last of all among them. @default all
 */
export function describeContract(
  name: keyof typeof contractSubjects,
  rules: readonly ContractRule[] = contractRules,
): void {
  const start = contractSubjects[name];
  const isWhole = rules.length === contractRules.length;
  const told = isWhole ? "every rule" : `${rules.length} rules (${shareName})`;

  // A machine with much to do is slow, and no reason to fail.
  describe(name, { timeout: 240_000 }, () => {
    test(`keeps ${told} of the contract, and ends with everything withdrawn`, async () => {
      const panel = await start();

      const report = await runSuite({ ...panel.options(), rules, write: true });

      const broken = report.results.filter(({ outcome }) => outcome === "fail");
      expect(broken).toEqual([]);
      // A machine with much to do is slow, and no reason to fail.
      expect(report.findings.filter(({ kind }) => kind !== "slow")).toEqual([]);
      expect(report.results.at(-1)).toMatchObject({
        id: "left-withdrawn",
        outcome: "pass",
      });
      expect(report.passed).toBeGreaterThan(rules.length / 2.5);
    });

    test.each(shareOf(circumstances, 1))(`%s (${shareName})`, (_name, check) =>
      check(start),
    );
  });
}
