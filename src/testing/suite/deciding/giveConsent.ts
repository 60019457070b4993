import { problemType } from "../../../contract/problem.ts";
import type { Language } from "../../../policy/language.ts";
import { expectThat } from "../expectations.ts";
import { readDecision } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { putDecision } from "./decisionRequests.ts";
import { type Grant, prepareDecision } from "./prepareDecision.ts";
import { type Decided, readDecided } from "./readDecided.ts";
import { requireUnlocked } from "./requireUnlocked.ts";

/**
 * Gives consent to what the panel shows now; once more if the payload moved meanwhile.
 *
 * @throws {NotTried} while sending is locked.
 */
export async function giveConsent(
  context: SuiteContext,
  id: string,
  language: Language = "de",
): Promise<Decided & { readonly seen: Grant }> {
  await requireUnlocked(context, id);
  for (let attempt = 0; ; attempt += 1) {
    const { etag, grant: seen } = await prepareDecision(context, id, language);
    const exchange = await putDecision(context, id, etag, seen);
    const moved = exchange.text.includes(problemType("payload-changed"));
    if (exchange.status === 409 && moved && attempt < 2) continue;
    const decided = readDecided(context, exchange);
    expectThat(exchange, decided.decision.status === "granted", "The status granted.");
    return { ...decided, seen };
  }
}

/** Gives consent unless it is given. */
export async function ensureConsent(context: SuiteContext, id: string): Promise<Decided> {
  const found = await readDecision(context, id);
  return found.decision.status === "granted" ? found : giveConsent(context, id);
}
