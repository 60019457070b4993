import { describe, expect, test } from "vitest";
import type { Decision } from "../contract/decision.ts";
import { policyInForce } from "../policy/demo/referencePolicy.ts";
import { comparedRevision } from "./comparedRevision.ts";

const first = policyInForce("2025-07-24");
const oneItemMore = policyInForce("2026-03-01");
const reworded = policyInForce("2026-04-01");

function decision(status: string, revision: string | null): Decision {
  const rest = { sequence: 1, at: null, by: null, language: null, textDigest: null };
  return { status, revision, payloadDigest: null, via: null, seen: null, ...rest };
}

describe("what a policy in force is compared with", () => {
  test.each([
    ["outdated", "2025-07-24", { before: "2025-07-24", since: "sinceConsent" }],
    ["refused", "2025-07-24", { before: "2025-07-24", since: "sinceDecision" }],
    ["granted", "2026-04-01", undefined],
    ["undecided", null, undefined],
    ["withdrawn", null, undefined],
    ["outdated", "1999-01-01", undefined],
  ])("is for %s under %s %j", (status, revision, expected) => {
    const found = comparedRevision(decision(status, revision), reworded, reworded);

    expect(found && { ...found, before: found.before.revision.id }).toEqual(expected);
  });

  test("is what the page showed first, when the policy changes under the reader", () => {
    const found = comparedRevision(decision("undecided", null), oneItemMore, first);

    expect(found).toEqual({ before: first, since: "sinceOpened" });
  });

  test("is nothing for a decision that a mere rewording leaves standing", () => {
    expect(
      comparedRevision(decision("refused", "2026-03-01"), reworded, reworded),
    ).toBeUndefined();
  });
});
