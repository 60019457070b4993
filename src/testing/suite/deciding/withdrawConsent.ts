import { knownStatus, transitions } from "../../../contract/transitions.ts";
import { expectThat } from "../expectations.ts";
import { readDecision } from "../panelReading.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";
import { deleteDecision } from "./decisionRequests.ts";
import { type Decided, readDecided } from "./readDecided.ts";

/** Withdraws, and finds what the table of states says. */
export async function withdrawConsent(
  context: SuiteContext,
  id: string,
  options?: SendOptions,
): Promise<Decided> {
  const before = await readDecision(context, id);
  const exchange = await deleteDecision(context, id, options);
  const decided = readDecided(context, exchange, 200, 202);
  const status = knownStatus(before.decision.status);
  const expected = status && transitions[status].withdraw;
  const found = decided.decision.status;
  expectThat(exchange, found === expected, `The status ${expected}.`);
  return decided;
}
