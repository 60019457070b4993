import type { DecisionRecord } from "../../../../contract/decisionRecord.ts";
import { expectJson, expectThat } from "../../expectations.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** The newest entry of this event; deletions may have been recorded after it. */
export async function findNewestRecord(
  { get, contract }: SuiteContext,
  id: string,
  event: DecisionRecord["event"],
) {
  const exchange = await get("/decisions");
  const { entries } = expectJson(exchange, contract.decisions);
  const entry = entries.find(
    (one) => one.purpose === id && !one.event.startsWith("deletion"),
  );
  expectThat(exchange, entry?.event === event, `${id}: newest entry ${event}.`);
  return { exchange, entry };
}
