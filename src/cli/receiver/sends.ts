import type { PurposeState } from "../../contract/purposeState.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { BrokenPromise, NotTried, type SuiteContext } from "../../testing/suite/index.ts";
import { readPayloadBytes, readPurpose } from "../../testing/suite/panelReading.ts";
import { grant, withdraw } from "../../testing/suite/writing/acts.ts";
import type { Arrival, ReceiverAnswer } from "./arrival.ts";
import { withUuid } from "./bodies.ts";
import { erasuresPath } from "./vendorAnswers.ts";
import type { Wire } from "./wire.ts";

/** Consent that was just given, and what it should lead to. */
export interface Agreed {
  /** How many requests had arrived before. */
  readonly mark: number;
  /** What has to arrive; undefined where it cannot be known before it happens. */
  readonly expected: string | undefined;
  readonly uuid: string | null;
}

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

/**
 * Takes everything back, and waits until nothing of it is under way any more. What does not
 * end is for the promises about it to tell.
 */
export async function rest(wire: Wire, context: SuiteContext, id: string): Promise<void> {
  wire.behave(reportPath({ id }));
  const { decision } = await readPurpose(context, id);
  if (decision.status === "granted" || decision.status === "outdated") {
    await withdraw(context, id);
  }
  let open: readonly string[] = [];
  const isOver = async () => {
    const { activity } = await readPurpose(context, id);
    open = activity.deletions
      .filter((one) => one.state !== "confirmed" && !wire.stuck.has(one.id))
      .map((one) => one.id);
    return (open.length === 0 && activity.openSends === 0) || undefined;
  };
  try {
    await wire.until(`${id}: every deletion confirmed, and no send open.`, isOver);
  } catch (error) {
    if (!(error instanceof BrokenPromise) || error.request) throw error;
    for (const deletion of open) wire.stuck.add(deletion);
  }
}

/** Gives consent to what is shown, and makes happen what is reported. */
export async function agree(
  wire: Wire,
  context: SuiteContext,
  { id, schedule }: ConsentActivity,
): Promise<Agreed> {
  for (let attempt = 0; ; attempt += 1) {
    const shown = await readPayloadBytes(context, id);
    const mark = wire.mark();
    const { seen } = await grant(context, id);
    if (seen.payloadDigest !== shown.digest && attempt < 2) {
      await rest(wire, context, id);
      continue;
    }
    const { activity } = await readPurpose(context, id);
    const uuid = activity.pseudonym;
    if (schedule === "monthly") {
      return { mark, expected: withUuid(shown.text, uuid), uuid };
    }
    await wire.crash?.();
    return { mark, expected: undefined, uuid };
  }
}

/** From rest: gives consent, and waits for what it sends. */
export async function agreeAndReceive(
  wire: Wire,
  context: SuiteContext,
  activity: ConsentActivity,
  answer?: (arrival: Arrival) => ReceiverAnswer,
): Promise<Agreed & { readonly report: Arrival }> {
  if (wire.silent.has(activity.id)) {
    throw new NotTried(`No report of ${activity.id} came before, as is said above.`);
  }
  await rest(wire, context, activity.id);
  if (answer) wire.answer(reportPath(activity), answer);
  const agreed = await agree(wire, context, activity);
  try {
    const report = await arrivalAt(wire, agreed.mark, reportPath(activity));
    return { ...agreed, report };
  } catch (error) {
    if (error instanceof BrokenPromise) wire.silent.add(activity.id);
    throw error;
  }
}

/** The first request to a path since then; where none comes, what came instead is told. */
export async function arrivalAt(
  wire: Wire,
  mark: number,
  path: string,
): Promise<Arrival> {
  const what = path === erasuresPath ? "An erasure" : "A report";
  const expected = `${what} arrives, POST ${wire.receiver.url}${path}.`;
  try {
    return await wire.until(expected, () => wire.after(mark, path)[0]);
  } catch (error) {
    const came = wire.receiver.arrivals.slice(mark);
    if (!(error instanceof BrokenPromise) || came.length === 0) throw error;
    const told = came.map(({ method, target }) => `${method} ${target}`).join(", ");
    throw new BrokenPromise(`${error.message} What came: ${told}.`);
  }
}

/** The state of a purpose, once it is as it should be. */
export function untilState(
  wire: Wire,
  context: SuiteContext,
  id: string,
  expected: string,
  isSo: (state: PurposeState) => boolean,
): Promise<PurposeState> {
  return wire.until(`${id}: ${expected}`, async () => {
    const state = await readPurpose(context, id);
    return isSo(state) ? state : undefined;
  });
}

/** @throws {BrokenPromise} unless the condition holds. */
export function expectWire(condition: boolean, expected: string): asserts condition {
  if (!condition) throw new BrokenPromise(expected);
}
