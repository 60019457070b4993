import type { PanelClient } from "./createClient.ts";
import {
  keepWithdrawal,
  type StoredWithdrawal,
  type WithdrawalStore,
} from "./storedWithdrawal.ts";

const pages = new WeakMap<PanelClient, Map<string, StoredWithdrawal>>();

/** The withdrawals of a purpose that the panel of a client may not have. */
export function withdrawalsOf(client: PanelClient, purpose: string): WithdrawalStore {
  const page = pages.get(client) ?? new Map<string, StoredWithdrawal>();
  pages.set(client, page);
  return keepWithdrawal(client.baseUrl, purpose, page);
}
