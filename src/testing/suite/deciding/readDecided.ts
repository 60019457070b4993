import type { Decision } from "../../../contract/decision.ts";
import type { Exchange } from "../exchange.ts";
import { expectJson, expectStrongTag } from "../expectations.ts";
import type { SuiteContext } from "../suiteContext.ts";

/** A decision as a write left it. */
export interface Decided {
  readonly exchange: Exchange;
  readonly decision: Decision;
  readonly etag: string;
}

/** Reads the answer of a write that must have worked. */
export function readDecided(
  { contract }: SuiteContext,
  exchange: Exchange,
  ...statuses: number[]
): Decided {
  const decision = expectJson(exchange, contract.decision, ...statuses);
  return { exchange, decision, etag: expectStrongTag(exchange) };
}
