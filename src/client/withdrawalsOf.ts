import type { PanelClient } from "./createClient.ts";
import {
  type KeptWithdrawal,
  keepWithdrawal,
  type WithdrawalStore,
} from "./keptWithdrawal.ts";

const inPages = new WeakMap<PanelClient, Map<string, KeptWithdrawal>>();

/**
 * The withdrawal of a purpose that a panel may not have. Where the viewer is known, it
 * survives a closed page; else the browser must not keep it, for the next one to look could
 * be another person, and it lives as long as the page.
 */
export function withdrawalsOf(client: PanelClient, purpose: string): WithdrawalStore {
  const inPage = inPages.get(client) ?? new Map<string, KeptWithdrawal>();
  inPages.set(client, inPage);
  const inBrowser = keepWithdrawal(client.baseUrl, purpose);
  return {
    read: () => inPage.get(purpose) ?? inBrowser.read(),
    write: (withdrawal) => {
      if (withdrawal.viewer === undefined) inPage.set(purpose, withdrawal);
      else inBrowser.write(withdrawal);
    },
    clear: () => {
      inPage.delete(purpose);
      inBrowser.clear();
    },
  };
}
