import type { PurposeState } from "../../contract/purposeState.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { giveConsent } from "../../testing/suite/deciding/giveConsent.ts";
import { withdrawConsent } from "../../testing/suite/deciding/withdrawConsent.ts";
import { NotTried, RuleViolation, type SuiteContext } from "../../testing/suite/index.ts";
import { readPayloadBytes, readPurpose } from "../../testing/suite/panelReading.ts";
import type { Arrival, ReceiverAnswer } from "./arrival.ts";
import { withUuid } from "./expectedBodies.ts";
import { reportPath } from "./sendingPurposes.ts";
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

/**
 * Takes everything back, and waits until nothing of it is under way any more. What does not
 * end is for the rules about it to tell.
 */
export async function withdrawAndSettle(
  wire: Wire,
  context: SuiteContext,
  id: string,
): Promise<void> {
  wire.answerNormally(reportPath({ id }));
  const { decision } = await readPurpose(context, id);
  if (decision.status === "granted" || decision.status === "outdated") {
    await withdrawConsent(context, id);
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
    await wire.waitFor(`${id}: every deletion confirmed, and no send open.`, isOver);
  } catch (error) {
    if (!(error instanceof RuleViolation) || error.request) throw error;
    for (const deletion of open) wire.stuck.add(deletion);
  }
}

/** Gives consent to what is shown, and makes happen what is reported. */
export async function giveConsentShown(
  wire: Wire,
  context: SuiteContext,
  { id, schedule }: ConsentActivity,
): Promise<Agreed> {
  for (let attempt = 0; ; attempt += 1) {
    const shown = await readPayloadBytes(context, id);
    const mark = wire.mark();
    const { seen } = await giveConsent(context, id);
    if (seen.payloadDigest !== shown.digest && attempt < 2) {
      await withdrawAndSettle(wire, context, id);
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
export async function consentAndReceive(
  wire: Wire,
  context: SuiteContext,
  activity: ConsentActivity,
  answer?: (arrival: Arrival) => ReceiverAnswer,
): Promise<Agreed & { readonly report: Arrival }> {
  if (wire.silent.has(activity.id)) {
    throw new NotTried(`No report of ${activity.id} came before, as is said above.`);
  }
  await withdrawAndSettle(wire, context, activity.id);
  if (answer) wire.answer(reportPath(activity), answer);
  const agreed = await giveConsentShown(wire, context, activity);
  try {
    const report = await arrivalAt(wire, agreed.mark, reportPath(activity));
    return { ...agreed, report };
  } catch (error) {
    if (error instanceof RuleViolation) wire.silent.add(activity.id);
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
    return await wire.waitFor(expected, () => wire.arrivalsSince(mark, path)[0]);
  } catch (error) {
    const came = wire.receiver.arrivals.slice(mark);
    if (!(error instanceof RuleViolation) || came.length === 0) throw error;
    const told = came.map(({ method, target }) => `${method} ${target}`).join(", ");
    throw new RuleViolation(`${error.message} What came: ${told}.`);
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
  return wire.waitFor(`${id}: ${expected}`, async () => {
    const state = await readPurpose(context, id);
    return isSo(state) ? state : undefined;
  });
}
