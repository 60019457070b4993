import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionWays } from "../../contract/fields.ts";
import { suspensions } from "../../contract/purposeState.ts";
import { decisionStatuses } from "../../contract/transitions.ts";
import { buildTexts } from "../../panel/buildTexts.ts";
import { describePurpose } from "../../panel/rules/describePurpose.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import type { WantedDecision } from "./consentFile.ts";
import { planDecision } from "./planDecision.ts";

const policy = liveConfigPolicy();
const { texts } = buildTexts(policy);
const inForce = { revision: policy.revision.id, texts };
const untouched = describePurpose(
  { state: null, by: null, items: [], open: [] },
  { lock: null, transport: null, resultsUrl: null },
);
const granted: WantedDecision = {
  decision: "granted",
  revision: inForce.revision,
  language: "de",
  textDigest: texts.de.digest,
};
const refused: WantedDecision = { decision: "refused" };
const withdrawn: WantedDecision = { decision: "withdrawn" };

function plan(
  wanted: WantedDecision,
  status: string,
  {
    via = "file",
    suspended = null,
  }: { via?: string | null; suspended?: string | null } = {},
) {
  const state = {
    decision: { ...untouched.decision, status, via },
    activity: { ...untouched.activity, suspended },
  };
  return planDecision(wanted, state, inForce);
}

describe("a file that wants consent", () => {
  test.each([
    ["undecided", { act: "grant" }],
    ["outdated", { act: "grant" }],
    ["granted", { act: "none" }],
    ["refused", { act: "grant" }],
    ["withdrawn", { act: "grant" }],
    ["paused", { act: "none", problem: "unknown" }],
  ])("over %s of its own plans %j", (status, planned) => {
    expect(plan(granted, status)).toEqual(planned);
  });

  test.each(["page", "command", "pigeon", null])(
    "leaves what was refused or withdrawn by %s",
    (via) => {
      for (const status of ["refused", "withdrawn"]) {
        expect(plan(granted, status, { via })).toEqual({
          ...{ act: "none", problem: "decided-otherwise" },
        });
      }
    },
  );

  test("leaves consent that a person gave who saw the bytes", () => {
    expect(plan(granted, "granted", { via: "page" })).toEqual({ act: "none" });
  });

  test.each([
    ["machine-changed", { act: "grant" }],
    ["store-restored", { act: "none", problem: "suspended" }],
    ["refused-by-vendor", { act: "none", problem: "suspended" }],
    ["moved-house", { act: "none", problem: "suspended" }],
  ])("over a suspension of %s plans %j", (suspended, planned) => {
    expect(plan(granted, "granted", { suspended })).toEqual(planned);
  });

  test.each([
    ["another revision", { revision: "2020-01-01" }],
    ["another text", { textDigest: texts.en.digest }],
  ])("names %s, and gives none", (_name, change) => {
    expect(plan({ ...granted, ...change }, "undecided")).toEqual({
      ...{ act: "none", problem: "policy-changed" },
    });
  });
});

describe("a file that wants none", () => {
  test.each([
    ["undecided", "refuse", "none"],
    ["refused", "none", "none"],
    ["withdrawn", "none", "none"],
    ["granted", "withdraw", "withdraw"],
    ["outdated", "withdraw", "withdraw"],
  ])("over %s plans %s, or to have it withdrawn %s", (status, refusing, withdrawing) => {
    expect(plan(refused, status, { via: "page" })).toEqual({ act: refusing });
    expect(plan(withdrawn, status, { via: "page" })).toEqual({ act: withdrawing });
  });
});

test("what is planned is done once, whatever there was", () => {
  const after = { grant: "granted", refuse: "refused", withdraw: "withdrawn" } as const;
  fc.assert(
    fc.property(
      fc.constantFrom(granted, refused, withdrawn),
      fc.constantFrom(...decisionStatuses),
      fc.constantFrom(...decisionWays, null),
      fc.constantFrom(...suspensions, null),
      (wanted, status, via, suspended) => {
        const { act } = plan(wanted, status, { via, suspended });
        if (act === "none") return;

        expect(plan(wanted, after[act])).toEqual({ act: "none" });
      },
    ),
  );
});
