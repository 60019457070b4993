import { readDecided } from "../../deciding/readDecided.ts";
import type { Exchange } from "../../exchange.ts";
import { expectThat } from "../../expectations.ts";
import { readDecision } from "../../panelReading.ts";
import type { SuiteContext } from "../../suiteContext.ts";

export async function expectReadBack(
  context: SuiteContext,
  id: string,
  written: Exchange,
): Promise<void> {
  const { exchange, decision, etag } = await readDecision(context, id);
  const same =
    JSON.stringify(decision) === JSON.stringify(readDecided(context, written).decision);
  const tag = written.headers.get("ETag");
  expectThat(exchange, same && etag === tag, `As written: ${tag} ${written.text}`);
}
