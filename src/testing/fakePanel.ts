import type { Decision } from "../contract/decision.ts";
import type { DecisionRecord } from "../contract/decisionRecord.ts";
import type { Erasure } from "../contract/fields.ts";
import type { PayloadKind } from "../contract/payloadKind.ts";
import type { Lock, PurposeState, Viewer } from "../contract/purposeState.ts";
import type { Transport } from "../contract/transport.ts";
import type { PayloadValue } from "../panel/payloadBytes.ts";
import type { MemoryStore } from "../panel/store/memoryStore.ts";
import type { Policy } from "../policy/policy.ts";
import type { ActHow, PersonalAct } from "./fake/decideAs.ts";
import type { DeletionOutcome } from "./fake/deletions.ts";
import type { FakePayload } from "./fake/fakePayload.ts";
import type { Fault, FaultHandle } from "./fake/faults.ts";
import type { Rewrite } from "./fake/overrideAnswer.ts";
import type { FakeRequest } from "./fake/readRequest.ts";
import type { KeptTransmission } from "./fake/seedTransmissions.ts";
import type { PurposeSetUp } from "./fake/setUpPurpose.ts";

/** In which state a fake panel begins; without any of it, nothing is decided and nothing was sent. */
export interface FakePanelOptions {
  /** @default the built-in policy */
  readonly policy?: Policy;
  /** @default "/api/privacy" */
  readonly baseUrl?: string;
  /** Who is signed in on the page; null: nobody. @default `people.admin` */
  readonly viewer?: Viewer | null;
  /** Who else can be signed in. */
  readonly people?: readonly Viewer[];
  readonly purposes?: Readonly<Record<string, PurposeSetUp>>;
  /** Where a purpose's reports would be sent; null: a panel that cannot send. @default `transportOf` */
  readonly transport?: ((purpose: string) => Transport) | null;
  /** Entries of the history from before, newest first. */
  readonly decisions?: readonly DecisionRecord[];
  /** Attempts that were made, newest first. */
  readonly transmissions?: readonly KeptTransmission[];
  /** What a panel of a later contract may tell otherwise, by the path below the base URL. */
  readonly rewrite?: Rewrite;
  /** Whether consent to the kinds of values, unseen, is taken. */
  readonly allowUnseen?: boolean;
  /** What its store says of deleted bytes. @default nothing */
  readonly erasure?: Erasure;
  /** Where it keeps everything, for who plays the sender too. @default one of its own */
  readonly store?: MemoryStore;
  /** @default a moment that stands still */
  readonly now?: () => Date;
  /** @default UUIDs that count */
  readonly uuid?: () => string;
  /** How latency passes. @default a timer */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A request that a fake panel was sent. `status` is what the panel itself answered. */
export interface LoggedRequest extends FakeRequest {
  readonly text: string;
  readonly status: number | undefined;
}

/** What a fake panel holds. */
export interface FakeState {
  readonly policy: Policy;
  readonly purposes: Readonly<
    Record<string, PurposeState & { readonly pseudonym: string | null }>
  >;
  /** The newest entries, newest first. */
  readonly history: readonly DecisionRecord[];
}

/** The panel core over memory, whose line to the page fails on demand. */
export interface FakePanel {
  /** What a page on the panel's own origin has as `fetch`: its browser adds the session. */
  readonly fetch: typeof globalThis.fetch;
  /** What a command without a browser has: nothing is added, and there are no faults. */
  readonly serve: typeof globalThis.fetch;
  /** Base URL, absolute. */
  readonly baseUrl: string;
  readonly state: () => FakeState;
  readonly requests: readonly LoggedRequest[];
  /** Signs somebody in on the page, or out. */
  readonly actAs: (person: Viewer | null) => void;
  /** Decides behind the page's back, having seen what the panel shows now. */
  readonly decideAs: (
    person: Viewer,
    purpose: string,
    act: PersonalAct,
    how?: ActHow,
  ) => Decision;
  /** Puts another policy in force; grants that it does not cover are outdated. */
  readonly revise: (policy: Policy) => void;
  readonly setPayload: (
    purpose: string,
    content: PayloadValue,
    options?: Pick<FakePayload, "headers"> & { readonly kind?: PayloadKind },
  ) => void;
  /** Locks one purpose or all; null unlocks. */
  readonly lock: (lock: Lock | null, purpose?: string) => void;
  /** Notes that a report was sent: the vendor holds data from then on. */
  readonly sent: (purpose: string, at: string) => void;
  /** Lets the open deletions of a purpose go on. */
  readonly deletion: (purpose: string, outcome: DeletionOutcome) => void;
  readonly fault: (fault: Fault) => FaultHandle;
  readonly clearFaults: () => void;
}
