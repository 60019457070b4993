import { expect, test } from "vitest";
import { undecided } from "../../test/fixtures/purposeStates.ts";
import { explainPayload } from "../payload/index.ts";
import { nilUuid, serverStatistics } from "../policy/index.ts";
import { statistics } from "../testing/index.ts";
import { pseudonymFinding } from "./pseudonymFinding.ts";

const made = "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d";

const activity = {
  ...{ effective: false, pseudonym: null, lastSentAt: null, nextAt: null },
  ...{ deletions: [], openSends: 0, lock: null },
};

test.each([
  ["undecided", nilUuid, undefined],
  ["undecided", made, "early"],
  ["refused", made, "early"],
  ["withdrawn", made, "early"],
  ["withdrawn", nilUuid, undefined],
  ["granted", made, undefined],
  ["granted", nilUuid, "placeholder"],
  ["outdated", nilUuid, "placeholder"],
  ["outdated", made, undefined],
  ["something-new", nilUuid, undefined],
  ["something-new", made, undefined],
])("while %s, %s is found %s", (status, id, finding) => {
  const places = explainPayload(serverStatistics, { ...statistics, id });
  const decision = { ...undecided, status, sequence: 1 };

  const found = (identification: "pseudonym" | "none", suspended: string | null) =>
    pseudonymFinding(
      { identification },
      { decision, activity: { ...activity, suspended } },
      places,
    );

  expect(found("pseudonym", null)).toBe(finding);
  expect(found("pseudonym", "store-restored")).toBe(undefined);
  expect(found("none", null)).toBe(undefined);
});
