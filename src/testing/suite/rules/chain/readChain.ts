import type { ChainedEvent } from "../../../../contract/logPage.ts";
import { ensureHistory } from "../../deciding/ensureHistory.ts";
import type { Exchange } from "../../exchange.ts";
import { expectJson, expectProblem, expectThat } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { oncePerContext } from "../../oncePerContext.ts";
import { readSnapshot } from "../../snapshot/panelSnapshot.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** So many pages of the chain are read. */
const maxPages = 8;

/** State and chain, read when they are asked for first. */
export const readChain = oncePerContext(async (context: SuiteContext) => {
  await ensureHistory(context);
  const state = await readSnapshot(context);
  const first = await context.get("/log");
  const numbers = [
    ...(state.history.value?.entries ?? []),
    ...(state.log.value?.entries ?? []),
  ].flatMap((one) => one.number ?? []);
  if (first.status === 404) {
    expectProblem(first, "not-found");
    expectThat(first, numbers.length === 0, "A chain, as entries have numbers in one.");
    throw new NotTried(
      "Not tried, because it needs a chain, which is optional: GET /log answers 404.",
    );
  }
  let page = expectJson(first, context.contract.log);
  const { upTo } = page;
  const events: ChainedEvent[] = [...page.events];
  let last: Exchange = first;
  for (let count = 1; page.next !== null && count < maxPages; count += 1) {
    last = await context.get(`/log?after=${page.next}&upTo=${upTo}`);
    page = expectJson(last, context.contract.log);
    expectThat(last, page.upTo === upTo, `upTo ${upTo}, as on the first page.`);
    events.push(...page.events);
  }
  return { state, events, upTo, isWhole: page.next === null, exchange: last };
});
