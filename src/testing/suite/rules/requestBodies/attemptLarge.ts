import type { ExpectRefusal } from "../../deciding/expectRefusals.ts";
import type { Exchange } from "../../exchange.ts";
import { NotTried } from "../../notTried.ts";
import { foreignAnswer } from "../../preflight/foreignAnswer.ts";
import { panelProblemType } from "../../preflight/panelProblemType.ts";

/** Far larger than any decision, by so many bytes. */
const bodyOf = (size: number) =>
  JSON.stringify({ decision: "granted", filler: "x".repeat(size) });

const large = bodyOf(1024 * 1024);

/** Large too, and what most proxies let pass (nginx: up to a mebibyte). */
const smaller = bodyOf(256 * 1024);

/**
 * Sends a large body. What stands before a panel may have had enough of it first, or of a panel
 * that hangs up; that is no fault, for no page sends it, if a smaller one gets through.
 *
 * @throws {NotTried} when that is so.
 */
export async function attemptLarge(
  send: (body: string) => Promise<Exchange>,
  attempt: ExpectRefusal,
): Promise<void> {
  const answer = await send(large);
  const isForeign = foreignAnswer(answer) !== undefined;
  const isStopped = isForeign && [413, 502].includes(answer.status);
  const last = isStopped ? await send(smaller) : answer;
  if (isStopped && panelProblemType(last) !== undefined) {
    throw new NotTried("Something before the panel takes no body of a mebibyte.");
  }
  await attempt(Promise.resolve(last), "body-too-large");
}
