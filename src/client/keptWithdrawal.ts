import * as z from "zod/mini";
import { decisionRequest } from "../contract/decision.ts";
import { type BrowserMemory, browserMemory } from "./browserMemory.ts";

const schema = z.object({
  /** The id of who withdrew; missing where the panel did not tell it. */
  viewer: z.optional(z.string()),
  /** The sequence of the decision that was withdrawn; missing where none was seen. */
  sequence: z.optional(z.int()),
  /** The grant that was on its way, and that the withdrawal has overtaken. */
  overtaken: z.optional(decisionRequest),
  since: z.string(),
  /** Somebody has decided anew: it is not sent before the person has said what is to hold. */
  waitsFor: z.optional(z.literal("person")),
});

/** A withdrawal that the panel may not have, as it survives a closed page. */
export type KeptWithdrawal = z.infer<typeof schema>;

/** Where withdrawals are kept until the panel has them. */
export type WithdrawalStore = BrowserMemory<KeptWithdrawal>;

/** Keeps the withdrawal of one purpose in the browser's storage, until it is done. */
export function keepWithdrawal(
  baseUrl: string,
  purpose: string,
  storage?: Storage,
): WithdrawalStore {
  const key = `klartext:withdrawal:${baseUrl}:${purpose}`;
  return browserMemory("localStorage", key, schema, storage);
}
