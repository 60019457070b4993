import type { Exchange } from "../../exchange.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** Asks with and without a tag while nothing moves; undefined where it always moves. */
export async function askWhileStill(
  context: SuiteContext,
  path: string,
  ask: (tag: string) => Promise<Exchange>,
) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = await context.get(path);
    const tag = before.headers.get("ETag") ?? "";
    const answer = await ask(tag);
    const after = await context.get(path);
    if (before.text === after.text) return { before, tag, answer };
  }
  return undefined;
}
