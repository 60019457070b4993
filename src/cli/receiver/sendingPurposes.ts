import type { ConsentActivity } from "../../policy/policy.ts";
import { NotTried, type SuiteContext } from "../../testing/suite/index.ts";
import type { Arrival } from "./arrival.ts";
import type { Wire } from "./wire.ts";

export function reportPath({ id }: Pick<ConsentActivity, "id">): string {
  return `/v1/${id}`;
}

/** The reports of a purpose that arrived in the whole run. */
export function reportsOf(
  arrivals: readonly Arrival[],
  activity: Pick<ConsentActivity, "id">,
): readonly Arrival[] {
  return arrivals.filter(({ target }) => target === reportPath(activity));
}

/**
 * Checks each purpose that sends in a test: at once after consent, or when something is made
 * to happen.
 *
 * @throws {NotTried} where none does.
 */
export async function eachSending(
  wire: Wire,
  { activities }: Pick<SuiteContext, "activities">,
  check: (activity: ConsentActivity) => Promise<void>,
): Promise<void> {
  const sending = activities.filter(
    ({ schedule }) => schedule === "monthly" || wire.crash !== undefined,
  );
  if (sending.length === 0) throw new NotTried(withoutCrash);
  // Each has a path of its own, so that none waits for another.
  const ended = await Promise.allSettled(sending.map(check));
  const broken = ended.find(({ status }) => status === "rejected");
  if (broken?.status === "rejected") throw broken.reason;
}

/** The same for those that work under a pseudonym, one after the other: they share a path. */
export async function eachPseudonymous(
  wire: Wire,
  context: SuiteContext,
  check: (activity: ConsentActivity) => Promise<void>,
): Promise<void> {
  const activities = context.activities.filter(
    ({ identification }) => identification === "pseudonym",
  );
  if (activities.length === 0) throw new NotTried("No purpose works under a pseudonym.");
  for (const activity of activities) {
    await eachSending(wire, { activities: [activity] }, check);
  }
}

export const withoutCrash =
  'Nothing makes this panel report an event: give --crash "<command>".';
