import * as z from "zod/mini";
import { decisionRequest } from "../contract/decision.ts";

const schema = z.object({
  viewer: z.string(),
  /** The entity tag of the decision that the person withdrew. */
  etag: z.string(),
  /** The grant that was on its way, and that the withdrawal has overtaken. */
  overtaken: z.optional(decisionRequest),
  since: z.string(),
});

/** A withdrawal that the panel may not have, as it survives a closed page. */
export type KeptWithdrawal = z.infer<typeof schema>;

/** Where withdrawals are kept until the panel has them. */
export interface WithdrawalStore {
  readonly read: () => KeptWithdrawal | undefined;
  readonly write: (withdrawal: KeptWithdrawal) => void;
  readonly clear: () => void;
}

/**
 * Keeps the withdrawal of one purpose in the browser's storage. A storage that is full or
 * forbidden loses the reload and nothing else; what it holds is checked before use.
 */
export function keepWithdrawal(
  baseUrl: string,
  purpose: string,
  storage: Storage | undefined = browserStorage(),
): WithdrawalStore {
  const key = `klartext:withdrawal:${baseUrl}:${purpose}`;
  return {
    read: () => {
      try {
        return z.parse(schema, JSON.parse(storage?.getItem(key) ?? ""));
      } catch {
        return undefined;
      }
    },
    write: (withdrawal) => {
      try {
        storage?.setItem(key, JSON.stringify(withdrawal));
      } catch {
        return;
      }
    },
    clear: () => {
      try {
        storage?.removeItem(key);
      } catch {
        return;
      }
    },
  };
}

function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
