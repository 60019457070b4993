import type { Exchange } from "./exchange.ts";

/** The body as JSON; undefined if it is none. */
export function parseBody({ text }: Exchange): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
