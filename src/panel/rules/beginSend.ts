import type { Lock } from "../../contract/purposeState.ts";
import { sha256Digest } from "../sha256.ts";
import type { Change, Item, Snapshot } from "../store/panelStore.ts";
import type { AttemptEntry } from "./entrySchemas.ts";
import { type ItemData, readItemData } from "./itemData.ts";
import { isSuperseded } from "./otherReplicas.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { sendingStatus } from "./sendingStatus.ts";

interface BeginFacts {
  readonly purpose: string;
  readonly item: string;
  readonly lock: Lock | null;
  /** The revision that this process stands for. */
  readonly revision: string;
  /** The digest of the public key of the vendor's authority. */
  readonly vendor: string;
  readonly urlOf: (kind: ItemData["kind"]) => string;
  readonly uuid: () => string;
}

/** A send that may leave now, written down before there is a connection. */
export interface BegunSend {
  readonly entry: string;
  readonly kind: ItemData["kind"];
  readonly url: string;
  readonly item: Item;
}

/**
 * Writes an attempt down, if its item may still leave: the decision is read in the same
 * change, so none leaves that was overtaken by a withdrawal. Nothing leaves of a process with
 * an older policy than another's. A lane has one send at a time:
 * that of a pseudonym, or of a purpose that has none.
 */
export function beginSend(
  snapshot: Snapshot,
  facts: BeginFacts,
): Change<BegunSend | undefined> {
  const { state, items, now } = snapshot;
  if (isSuperseded(snapshot, facts.revision)) return { result: undefined };
  const data = readPurposeData(state);
  const item = items.find(({ id }) => id === facts.item);
  if (!item) return { result: undefined };
  const before = readItemData(item.data);
  if (!mayLeave(item, data, facts)) return { result: undefined };
  const entry = facts.uuid();
  const url = facts.urlOf(before.kind);
  const attempt: AttemptEntry = {
    ...{ kind: before.kind, item: item.id, at: now.toISOString(), method: "POST", url },
    ...{ size: item.bytes.byteLength, digest: sha256Digest(item.bytes) },
  };
  const after: ItemData = {
    ...before,
    attempts: before.attempts + 1,
    lastAttempt: entry,
    vendor: facts.vendor,
  };
  const isNew = before.kind === "report" && !data.attempted.includes(facts.vendor);
  const attempted: PurposeData = {
    ...data,
    attempted: isNew
      ? [...data.attempted.filter((vendor) => vendor !== null), facts.vendor]
      : data.attempted,
  };
  return {
    result: { entry, kind: before.kind, url, item },
    state: attempted,
    put: [{ ...item, data: after }],
    begin: {
      item: item.id,
      lane: laneOf(facts.purpose, item),
      entry: {
        ...{ id: entry, log: "transmission", data: attempt, bytes: item.bytes },
        ...(item.uuid === null ? {} : { uuid: item.uuid }),
      },
    },
  };
}

/** In a lane only one send is open at a time. */
export function laneOf(purpose: string, { uuid }: Pick<Item, "uuid">): string {
  return uuid ?? purpose;
}

/**
 * Whether an item may leave for a vendor. A report needs consent that stands, and its own
 * pseudonym; an erasure is owed to the vendor that got the data, and to no other.
 */
export function mayLeave(
  { uuid, data: kept }: Pick<Item, "uuid" | "data">,
  data: PurposeData,
  facts: Pick<BeginFacts, "lock" | "vendor">,
): boolean {
  const { kind, vendor } = readItemData(kept);
  if (kind === "erasure") return vendor === null || vendor === facts.vendor;
  const isOwn = uuid === null || uuid === data.pseudonym;
  return isOwn && sendingStatus(data, facts.lock) === "allowed";
}
