import { languages } from "../../policy/index.ts";
import { expectJson } from "../../testing/suite/expectations.ts";
import type { SuiteContext } from "../../testing/suite/index.ts";
import { readPolicy } from "../../testing/suite/panelReading.ts";
import { readLog } from "./readLog.ts";

/** As many receipts are read. */
const maxReceipts = 40;

/** Asks for all that a panel tells without the bytes, so that whoever watches sees it. */
export async function readWholePanel(context: SuiteContext): Promise<void> {
  const { get, contract } = context;
  const { policy } = await readPolicy(context);
  for (const language of languages) await get(policy.texts[language].href);
  await get("/purposes");
  await get("/purposes/no-such/decision");
  await get("/no-such-thing");
  for (const { id } of context.activities) await get(`/purposes/${id}/decision`);
  const { entries } = expectJson(await get("/decisions"), contract.decisions);
  const withReceipt = entries.slice(0, maxReceipts);
  for (const { id } of withReceipt) await get(`/receipts/${id}`);
  await get("/log");
  await readLog(context, (log) => log.length > 0);
}
