import type { comparedRevision } from "../../src/client/comparedRevision.ts";
import { foreignReasons } from "../../src/client/foreignReason.ts";
import { grantObstacles } from "../../src/client/grantObstacle.ts";
import type { PseudonymFinding } from "../../src/client/pseudonymFinding.ts";
import { purposeStatuses } from "../../src/client/purposeStatus.ts";
import type { Wish } from "../../src/client/wish.ts";
import type { Comparison } from "../../src/components/PayloadChanges/ComparedBytes.tsx";
import type {
  BytesPanelState,
  PayloadContent,
} from "../../src/components/PayloadPreview/types.ts";
import { stepStates } from "../../src/components/PurposeTimeline/timeline.ts";
import { bodyStates, recordedEvents } from "../../src/contract/decisionRecord.ts";
import { signatureStates } from "../../src/contract/fields.ts";
import {
  decisionStatuses,
  erasures,
  payloadKinds,
  problemCodes,
} from "../../src/contract/index.ts";
import { deletionStates, locks, suspensions } from "../../src/contract/purposeState.ts";
import {
  transmissionKinds,
  transmissionOutcomes,
} from "../../src/contract/transmission.ts";
import { tlsResults } from "../../src/contract/transport.ts";
import type { ExportState } from "../../src/hooks/useExport.ts";
import type { CheckedSignature } from "../../src/hooks/useSignedAnswer.ts";
import type { DigestCheck } from "../../src/payload/checkDigest.ts";
import type { Place } from "../../src/payload/explainPayload.ts";
import type { ReadPayload } from "../../src/payload/readPayload.ts";
import { statementKinds } from "../../src/policy/statements.ts";
import { lookNames } from "./decisionLooks.ts";

/** The members of a union, so that one which is added or dropped does not compile. */
function membersOf<Union extends string>(members: Record<Union, true>): readonly Union[] {
  return Object.keys(members) as Union[];
}

type Decided = Extract<Wish, { kind: "failed" }>["of"];

/** Wishes as they look: what was asked for tells some of them apart, and so does an error. */
type ShownWish =
  | Exclude<Wish["kind"], "none" | "deciding" | "failed">
  | "withdrawing-signed-out"
  | "granting"
  | "refusing"
  | "withdrawing-lost"
  | `failed-${Decided}`;

/** Every state that a person can meet, from the unions of the code, by what it is a state of. */
export const states = {
  status: [...decisionStatuses, "unknown"],
  decision: lookNames,
  chip: purposeStatuses,
  lock: [...locks, "unknown"],
  suspended: [...suspensions, "unknown"],
  wish: membersOf<ShownWish>({
    granting: true,
    refusing: true,
    checking: true,
    withdrawing: true,
    "withdrawing-lost": true,
    "withdrawing-signed-out": true,
    "decided-anew": true,
    "withdrawal-of-another": true,
    "failed-granted": true,
    "failed-refused": true,
    "failed-withdrawn": true,
  }),
  obstacle: grantObstacles,
  problem: [...problemCodes, "unknown"],
  error: ["unreachable", "outside-contract", "contradiction"],
  foreign: foreignReasons,
  kind: payloadKinds,
  payload: membersOf<PayloadContent["status"]>({
    shown: true,
    loading: true,
    failed: true,
  }),
  panel: membersOf<BytesPanelState>({ closed: true, bytes: true, table: true }),
  check: membersOf<DigestCheck["status"]>({
    matches: true,
    differs: true,
    "not-stated": true,
    recoded: true,
  }),
  reading: membersOf<ReadPayload["status"]>({
    readable: true,
    "not-json": true,
    "not-utf8": true,
    "too-deep": true,
    "too-large": true,
    "too-many-marks": true,
  }),
  place: membersOf<Place["status"]>({
    disclosed: true,
    undisclosed: true,
    unexpected: true,
    absent: true,
    duplicate: true,
  }),
  pseudonym: membersOf<PseudonymFinding>({ placeholder: true, early: true }),
  comparison: membersOf<Comparison["kind"]>({
    same: true,
    sameValues: true,
    changed: true,
    notReadable: true,
  }),
  step: stepStates,
  deletion: [...deletionStates, "unknown"],
  outcome: [...transmissionOutcomes, "unknown"],
  transmission: [...transmissionKinds, "unknown"],
  body: bodyStates,
  tls: ["untried", ...tlsResults, "unknown"],
  event: [...recordedEvents, "unknown"],
  erasure: erasures,
  signature: [...signatureStates, "unknown"],
  receipt: membersOf<Exclude<CheckedSignature["state"], "signed"> | "page" | "panel">({
    checking: true,
    page: true,
    panel: true,
    wrong: true,
    "other-key": true,
    "cannot-check": true,
  }),
  export: membersOf<ExportState["kind"]>({
    idle: true,
    reading: true,
    saved: true,
    "not-saved": true,
    failed: true,
    stopped: true,
  }),
  difference: [...statementKinds, "added", "removed", "reworded", "none"],
  since: membersOf<NonNullable<ReturnType<typeof comparedRevision>>["since"]>({
    sinceConsent: true,
    sinceDecision: true,
    sinceOpened: true,
  }),
  broken: ["part", "card", "page"],
  page: [
    "loading",
    "ready",
    "without-state",
    "in-doubt",
    "last-known-state",
    "signed-out",
  ],
  extreme: [
    "nothing-sent",
    "long-log",
    "a-year-of-reports",
    "filter-without-match",
    "nothing-decided",
    "long-history",
    "ten-thousand-addresses",
    "long-words",
    "no-settings",
    "another-product",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type States = typeof states;

/** A state by its name, such as `status:granted`. */
export type State = {
  [Group in keyof States]: `${Group}:${States[Group][number]}`;
}[keyof States];

export const allStates: readonly string[] = Object.entries(states).flatMap(
  ([group, names]) => names.map((name) => `${group}:${name}`),
);

/** The parameters of a story that shows these states. */
export function shows(...shown: readonly State[]): { readonly states: readonly State[] } {
  return { states: shown };
}
