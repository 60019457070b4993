import type { Suspension } from "../../contract/purposeState.ts";
import type { DecisionStatus } from "../../contract/transitions.ts";
import { payloadBytes } from "../../panel/payloadBytes.ts";
import { type ItemData, newItemData } from "../../panel/rules/itemData.ts";
import { freshPurpose, type PurposeData } from "../../panel/rules/purposeData.ts";
import type { Item, Name, Snapshot } from "../../panel/store/panelStore.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import type { ConsentActivity } from "../../policy/policy.ts";

/** What was before, each value another than what a command brings. */
export const before = {
  at: "2026-01-01T00:00:00.000Z",
  now: new Date("2026-01-15T09:30:00.000Z"),
  by: { id: "before", name: "Before", salt: "" },
  consent: "11111111-1111-4111-8111-111111111111",
  pseudonym: "8c0f6c1e-52d4-4b7a-9e31-0d6a5b84c2f7",
  item: "22222222-2222-4222-8222-222222222222",
  sequence: 6,
  attempts: 4,
  epoch: "epoch",
  vendor: "vendor",
} as const;

const digestOf = (letter: string) => `sha-256=:${letter.repeat(43)}=:`;

/** A payload with a place for the UUID; which values it has makes no difference to the rules. */
export const neutralPayload = { id: nilUuid, of: "neutral" } as const;

/** What distinguishes states of the same status. */
export interface StateOfStatus {
  readonly status: DecisionStatus;
  /** Whether a send under the UUID was ever begun. */
  readonly attempted: boolean;
  readonly suspended: Suspension | null;
}

/** A purpose in a state, with a report that waits where one can. */
export function snapshotIn(state: StateOfStatus, activity: ConsentActivity): Snapshot {
  const data = dataIn(state, activity);
  const waits = state.status === "granted" && state.suspended === null;
  const isDecided = state.status !== "undecided";
  return {
    state: data,
    by: isDecided ? (before.by satisfies Name) : null,
    items: waits ? [waitingReport(data)] : [],
    open: [],
    store: { epoch: before.epoch, counter: 1, number: null, head: null },
    standings: [],
    now: before.now,
  };
}

export function waitingReport(
  { pseudonym }: PurposeData,
  id: string = before.item,
): Item {
  const data: ItemData = {
    ...newItemData({ kind: "report", vendor: null }, before.at),
    attempts: before.attempts,
  };
  const bytes = payloadBytes(neutralPayload, pseudonym);
  return { id, uuid: pseudonym, data, bytes };
}

function dataIn(
  { status, attempted, suspended }: StateOfStatus,
  { identification, schedule }: ConsentActivity,
): PurposeData {
  const { at, sequence, epoch } = before;
  const fresh = { ...freshPurpose, epoch };
  const decided = { ...fresh.decision, sequence };
  const text = {
    revision: "earlier",
    language: "de",
    textDigest: digestOf("A"),
  } as const;
  switch (status) {
    case "undecided":
      return { ...fresh, decision: decided };
    case "refused":
      return { ...fresh, decision: { ...decided, status, at, ...text, via: "page" } };
    case "withdrawn":
      return { ...fresh, decision: { ...decided, status, at, via: "page" } };
    default:
      return {
        ...fresh,
        decision: {
          ...{ ...decided, status, at, ...text, via: "page", seen: "kinds" },
          payloadDigest: digestOf("B"),
        },
        grant: before.consent,
        pseudonym: identification === "pseudonym" ? before.pseudonym : null,
        attempted: attempted ? [before.vendor] : [],
        suspended,
        schedule: schedule === "monthly" ? { grantedAt: at, nextAt: at } : null,
      };
  }
}
