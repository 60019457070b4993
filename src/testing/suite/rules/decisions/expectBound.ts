import type { Decision } from "../../../../contract/decision.ts";
import type { DecisionRequest } from "../../../../contract/decisionRequest.ts";
import type { Exchange } from "../../exchange.ts";
import { expectThat } from "../../expectations.ts";

export function expectBound(
  exchange: Exchange,
  decision: Decision,
  seen: DecisionRequest,
): void {
  const { revision, language, textDigest, payloadDigest } = decision;
  const found = { revision, language, textDigest, payloadDigest };
  const expected = {
    revision: seen.revision,
    language: seen.language,
    textDigest: seen.textDigest,
    payloadDigest: seen.decision === "granted" ? seen.payloadDigest : null,
  };
  const same = JSON.stringify(found) === JSON.stringify(expected);
  expectThat(exchange, same, `Bound to ${JSON.stringify(expected)}.`);
  expectThat(exchange, decision.at !== null, "When it was decided.");
}
