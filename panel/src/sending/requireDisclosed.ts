import { readPayload } from "../../../src/payload/index.ts";
import { consentActivities, nilUuid, type Policy } from "../../../src/policy/index.ts";

/** @throws {Error} when bytes hold anything that no item of the purpose discloses. */
export function requireDisclosed(
  policy: Policy,
  purpose: string,
  bytes: Uint8Array,
): void {
  const activity = consentActivities(policy).find(({ id }) => id === purpose);
  const read = activity && readPayload(bytes, activity.schema);
  if (
    read?.status !== "readable" ||
    read.places.some(({ status, value }) => status !== "disclosed" || value === nilUuid)
  ) {
    throw new Error(`A report of ${purpose} is not what the policy discloses.`);
  }
}
