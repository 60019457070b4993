import type { Contract } from "../../src/contract/index.ts";
import { consentActivities } from "../../src/policy/index.ts";
import { type PayloadSource, preparePayload } from "./payloads.ts";
import type { PrepareReport } from "./sending/monthly.ts";

/** What the sender sends is made by the very function whose bytes the API shows. */
export function prepareReport(
  { policy }: Contract,
  source: PayloadSource,
): PrepareReport {
  return async (purpose) => {
    const activity = consentActivities(policy).find(({ id }) => id === purpose);
    const prepare = preparePayload[purpose];
    if (!activity || !prepare) throw new RangeError(`There is no purpose "${purpose}".`);
    return prepare(source, activity.schema);
  };
}
