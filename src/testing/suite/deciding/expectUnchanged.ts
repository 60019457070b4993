import type { Exchange } from "../exchange.ts";
import { RuleViolation } from "../exchange.ts";
import { readDecision } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";

/** @throws {RuleViolation} if the decision is another than before `cause`. */
export async function expectUnchanged(
  context: SuiteContext,
  id: string,
  before: string,
  cause: Exchange,
): Promise<void> {
  const { etag, decision, exchange } = await readDecision(context, id);
  if (etag === before) return;
  const { method, headers } = cause.request;
  throw new RuleViolation(
    `${id} as before (ETag ${before}). After ${method} with ${JSON.stringify(headers)} it is ${decision.status} (ETag ${etag}).`,
    cause.request,
    { status: cause.status, headers: {}, body: exchange.text },
  );
}
