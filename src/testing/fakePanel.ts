import type { Decision } from "../contract/decision.ts";
import type { PayloadKind } from "../contract/payloadKind.ts";
import type { Viewer } from "../contract/purposeState.ts";
import type { Json } from "../payload/serializePayload.ts";
import type { Policy } from "../policy/policy.ts";
import type { PersonalAct } from "./fake/decideAs.ts";
import type { DeletionOutcome } from "./fake/deletions.ts";
import type { FakePayload } from "./fake/fakePayload.ts";
import type { FakeState, Lock, Outside } from "./fake/fakeState.ts";
import type { Fault, FaultHandle } from "./fake/faults.ts";
import type { FakeRequest } from "./fake/readRequest.ts";
import type { StateSetUp } from "./fake/setUp.ts";

export interface FakePanelOptions extends StateSetUp, Partial<Outside> {
  /** @default the built-in policy */
  readonly policy?: Policy;
  /** @default "/api/privacy" */
  readonly baseUrl?: string;
  /** Who is signed in on the page; null: nobody. @default `people.admin` */
  readonly viewer?: Viewer | null;
  /** How latency passes. @default a timer */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A request that a fake panel was sent. `status` is what the panel itself answered. */
export interface LoggedRequest extends FakeRequest {
  readonly text: string;
  readonly status: number | undefined;
}

/** A panel in memory that keeps the whole contract, and fails on demand. */
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
  readonly decideAs: (person: Viewer, purpose: string, act: PersonalAct) => Decision;
  /** Puts another policy in force; grants that it does not cover are outdated. */
  readonly revise: (policy: Policy) => void;
  readonly setPayload: (
    purpose: string,
    content: Json | Uint8Array,
    options?: Partial<Pick<FakePayload, "headers">> & { readonly kind?: PayloadKind },
  ) => void;
  /** Locks one purpose or all; null unlocks. */
  readonly lock: (lock: Lock, purpose?: string) => void;
  /** Lets the open deletions of a purpose go on. */
  readonly deletion: (purpose: string, outcome: DeletionOutcome) => void;
  /** Changes what a request cannot: anything. */
  readonly change: (change: (state: FakeState) => FakeState) => void;
  readonly fault: (fault: Fault) => FaultHandle;
  readonly clearFaults: () => void;
}
