import { expectProblem } from "./expectations.ts";
import { NotTried } from "./notTried.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** @throws {NotTried} when the panel does not have this address. */
export async function requireResource(
  { get }: SuiteContext,
  path: string,
): Promise<void> {
  const exchange = await get(path);
  if (exchange.status !== 404) return;
  expectProblem(exchange, "not-found");
  throw new NotTried(`Not tried, because it needs ${path}, which answers 404.`);
}
