import { serializePayload } from "../../payload/serializePayload.ts";
import type { Entry, Item } from "../store/panelStore.ts";
import { newItemData } from "./itemData.ts";
import { newDecisionEntry } from "./newDecisionEntry.ts";
import type { DeletionData, PurposeData } from "./purposeData.ts";

interface RequestedDeletions {
  readonly deletions: readonly DeletionData[];
  readonly items: readonly Item[];
  readonly entries: readonly Entry[];
}

/**
 * Asks each vendor to erase that a pseudonym was ever sent to (fact S9); none before the
 * first attempt began, for nobody holds anything then. The item keeps the UUID until the
 * vendor has answered.
 */
export function requestDeletions(
  { pseudonym, attempted, grant }: PurposeData,
  now: Date,
  uuid: () => string,
): RequestedDeletions {
  if (pseudonym === null) return { deletions: [], items: [], entries: [] };
  const at = now.toISOString();
  const body = new TextEncoder().encode(serializePayload({ id: pseudonym }));
  const requested = attempted.map((vendor) => ({ id: uuid(), vendor }));
  return {
    deletions: requested.map(({ id }) => ({
      ...{ id, grant, requestedAt: at, attempts: 0, nextAttemptAt: null },
      ...{ answeredAt: null, confirmedAt: null, deleted: null, signature: null },
    })),
    items: requested.map(({ id, vendor }) => {
      const data = newItemData({ kind: "erasure", vendor }, at);
      return { id, uuid: pseudonym, data, bytes: body };
    }),
    entries: requested.map(({ id }) =>
      newDecisionEntry(id, { event: "deletion-requested", at, ended: grant }),
    ),
  };
}
