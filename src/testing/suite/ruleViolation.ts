import type { Exchange } from "./exchange.ts";
import type { ReceivedAnswer, SentRequest } from "./ruleResult.ts";

/** The panel answered as the contract does not allow, or not at all. */
export class RuleViolation extends Error {
  override readonly name = "RuleViolation";
  readonly request: SentRequest | null;
  readonly answer: ReceivedAnswer | null;
  /** The answer as it came. */
  readonly exchange: Exchange | undefined;
  /** The header on which the rule broke. */
  readonly header: string | undefined;

  constructor(
    expected: string,
    request: SentRequest | null = null,
    answer: ReceivedAnswer | null = null,
    broke: { readonly exchange?: Exchange; readonly header?: string } = {},
  ) {
    super(expected);
    this.request = request;
    this.answer = answer;
    this.exchange = broke.exchange;
    this.header = broke.header;
  }
}
