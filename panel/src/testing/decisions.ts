import { expect } from "vitest";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import type { Policy } from "../../../src/policy/index.ts";
import {
  decide,
  decisionPath,
  problemOf,
  type TestAnswer,
  type TestPanel,
  type TestPerson,
} from "../../../test/support/startTestPanel.ts";

export const referencePolicy = policyInForce("2025-07-24");

export const statistics = "server-statistics";

/** The reference policy, or another one, in its next revision. */
export function revised(
  id: string,
  material: boolean,
  previous: Policy = referencePolicy,
): Policy {
  return { ...previous, previous, revision: { ...previous.revision, id, material } };
}

export const materialRevision = revised("material", true);

/** What the panel tells of a purpose: its decision, with what follows from it. */
export async function stateOf(person: TestPerson, purpose = statistics) {
  const { purposes } = JSON.parse((await person.send("GET", "/purposes")).text);
  const { decision, etag, activity } = purposes[purpose];
  const { effective, pseudonym, lock } = activity;
  return { ...decision, etag, effective, pseudonym, lock };
}

export type Status = "undecided" | "refused" | "granted" | "outdated" | "withdrawn";

/** Brings a purpose into a state, along the shortest road there is. */
export async function bringTo(panel: TestPanel, purpose: string, status: Status) {
  const person = await panel.signIn("admin");
  if (status === "refused") await decide(person, purpose, "refused");
  else if (status !== "undecided") await decide(person, purpose, "granted");
  if (status === "withdrawn") await person.send("DELETE", decisionPath(purpose));
  if (status === "outdated") await panel.restart({ policy: materialRevision });
  expect(await stateOf(person, purpose)).toMatchObject({ status });
  return person;
}

/** The state that a decision led to, or the problem that it met. */
export function outcome(answer: TestAnswer): string {
  return answer.status < 300 ? JSON.parse(answer.text).status : problemOf(answer);
}
