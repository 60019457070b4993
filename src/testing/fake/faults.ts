import type { ProblemCode } from "../../contract/problem.ts";
import type { FakeRequest } from "./readRequest.ts";

/**
 * What goes wrong with a request. Where a fault has a `moment`, `request` is before the
 * panel hears it and `answer` is after: then the panel has done what was asked.
 */
export type FaultKind =
  /** Takes a while: `ms` by the panel's `sleep`. */
  | { readonly type: "latency"; readonly ms: number }
  /**
   * Waits for `release()`. Held as a `request` it still arrives after the page has given
   * up, as on a real network.
   */
  | { readonly type: "held"; readonly moment: "request" | "answer" }
  /** Never answers; ends when the page gives up. */
  | { readonly type: "no-answer"; readonly moment: "request" | "answer" }
  /** The connection breaks, with `body` in the middle of the answer. */
  | { readonly type: "dropped"; readonly moment: "request" | "answer" | "body" }
  /** Something before the panel answers, by default with a page of HTML. */
  | {
      readonly type: "status";
      readonly status: number;
      readonly body?: string;
      readonly mediaType?: string;
    }
  /** The panel answers with a problem and does nothing. */
  | { readonly type: "problem"; readonly code: ProblemCode }
  /** The answer is cut short, and so is no JSON. */
  | { readonly type: "malformed-body" }
  /** The answer claims to be something else. */
  | { readonly type: "media-type"; readonly mediaType: string };

/** A fault, the requests that it befalls, and how many of them. */
export type Fault = FaultKind & {
  /** @default every request */
  readonly on?: (request: FakeRequest) => boolean;
  /** @default 1 */
  readonly times?: number;
};

/** A fault that was put in front of a fake panel, to be let go of again. */
export interface FaultHandle {
  /** Lets through what is held, in the order of the calls: a later answer may pass an earlier. */
  readonly release: () => void;
  /** Ends the fault; what is held is let through. */
  readonly remove: () => void;
}

export interface ActiveFault {
  readonly fault: Fault;
  readonly released: Promise<void>;
}

/** The faults of a panel that are still to come, oldest first. */
export function createFaults() {
  let pending: readonly { readonly active: ActiveFault; readonly left: number }[] = [];
  const drop = (active: ActiveFault) => {
    pending = pending.filter((one) => one.active !== active);
  };
  return {
    add(fault: Fault): FaultHandle {
      const { promise: released, resolve: release } = withResolvers();
      const active = { fault, released };
      pending = [...pending, { active, left: fault.times ?? 1 }];
      return {
        release,
        remove: () => {
          drop(active);
          release();
        },
      };
    },
    clear(): void {
      pending = [];
    },
    /** The fault that befalls this request; one time of it is then used up. */
    take(request: FakeRequest): ActiveFault | undefined {
      const found = pending.find(({ active }) => active.fault.on?.(request) ?? true);
      if (!found) return undefined;
      pending = pending
        .map((one) => (one === found ? { ...one, left: one.left - 1 } : one))
        .filter(({ left }) => left > 0);
      return found.active;
    },
  };
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
