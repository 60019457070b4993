import type { PanelClient } from "./createClient.ts";
import {
  type KeptWithdrawal,
  keepWithdrawal,
  type WithdrawalStore,
} from "./keptWithdrawal.ts";

const pages = new WeakMap<PanelClient, Map<string, KeptWithdrawal>>();

/** The withdrawals of a purpose that the panel of a client may not have. */
export function withdrawalsOf(client: PanelClient, purpose: string): WithdrawalStore {
  const page = pages.get(client) ?? new Map<string, KeptWithdrawal>();
  pages.set(client, page);
  return keepWithdrawal(client.baseUrl, purpose, page);
}
