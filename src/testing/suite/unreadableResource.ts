import type { Exchange } from "./exchange.ts";
import { RuleViolation } from "./exchange.ts";

/**
 * What is read at an address is not what the contract has there, so that nothing that is read
 * there can be tried.
 */
export class UnreadableResource extends RuleViolation {
  /** Such as `GET /api/privacy/purposes`. */
  readonly resource: string;

  constructor({ message, request, answer, exchange, header }: RuleViolation) {
    super(message, request, answer, {
      ...(exchange ? { exchange } : {}),
      ...(header === undefined ? {} : { header }),
    });
    const { pathname, search } = new URL(request?.url ?? "");
    this.resource = `GET ${pathname}${search}`;
  }

  /** What is wrong there, the same for each entry of a list. */
  get fault(): string {
    return `${this.resource} ${this.message.replaceAll(/\[\d+\]/g, "[]")}`;
  }
}

/** Reads an answer; what is wrong with one to a plain GET concerns all that is read there. */
export function readWhole<Value>(exchange: Exchange, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof RuleViolation && isPlainRead(exchange)) {
      throw new UnreadableResource(error);
    }
    throw error;
  }
}

/** Whether it was asked for as every page asks, under no condition. */
function isPlainRead({ request, session }: Exchange): boolean {
  const { method, headers } = request;
  const isPlain = Object.entries(headers).every(
    ([name, value]) => name === "Origin" || value === "…",
  );
  return method === "GET" && session === "deciding" && isPlain;
}
