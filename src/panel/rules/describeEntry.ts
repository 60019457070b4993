import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import { receiptEvent } from "../../contract/receipt.ts";
import type { Transmission } from "../../contract/transmission.ts";
import type { Item, StoredEntry } from "../store/panelStore.ts";
import { attemptEnd, attemptEntry, decisionEntry } from "./entrySchemas.ts";
import { readItemData } from "./itemData.ts";

/** An entry of `GET /decisions`. */
export function describeDecisionEntry(entry: StoredEntry): DecisionRecord {
  const { id, purpose, by, bytes, link } = entry;
  const { ended: _ended, ...told } = decisionEntry.parse(entry.data);
  const agreed = told.payloadDigest === null ? "none" : "deleted";
  return {
    ...{ id, purpose, ...told },
    by: by && { id: by.id, name: by.name },
    payload: bytes ? "kept" : agreed,
    receipt: receiptEvent(told.event) ? id : null,
    ...placeOf(link),
  };
}

/** An entry of `GET /transmissions`; `items` are those that are still to be delivered. */
export function describeTransmission(
  { id, purpose, data, end, bytes, link }: StoredEntry,
  items: readonly Item[],
): Transmission {
  const { item, ...told } = attemptEntry.parse(data);
  const ended = end === null ? null : attemptEnd.parse(end);
  const waiting = items.find((one) => one.id === item);
  const planned = waiting && readItemData(waiting.data);
  const isNewest = ended !== null && planned?.lastAttempt === id;
  return {
    ...{ id, purpose, ...told },
    outcome: ended?.outcome ?? "pending",
    status: ended?.status ?? null,
    nextAttemptAt: isNewest ? planned.nextAttemptAt : null,
    signature: ended?.signature ?? null,
    body: bytes ? "kept" : "deleted",
    ...placeOf(link),
  };
}

/** Where an entry stands in the chain; an attempt, where it began. */
function placeOf(link: StoredEntry["link"]) {
  return { number: link?.number ?? null, head: link?.head ?? null };
}
