import type { Decision } from "../contract/decision.ts";
import type { DecisionRequest } from "../contract/decisionRequest.ts";
import { answersDecision, askedToWithdraw } from "./decisionOutcome.ts";
import type { AskingWhy } from "./deliverWithdrawal.ts";
import type { KlartextError } from "./errors.ts";

/**
 * What a person asked for and the panel has not settled, apart from what the panel's state
 * is. Only the panel's own answers make a state; a wish never does.
 */
export type Wish =
  | { readonly kind: "none" }
  /** A grant or a refusal was sent. It is done when the panel says so. */
  | ({ readonly kind: "deciding" } & AskedDecision)
  /** No answer came to it: what the panel has is being read before anything is said. */
  | ({ readonly kind: "checking"; readonly error: KlartextError } & AskedDecision)
  /**
   * The thumb is off; the panel may not have it yet. With an `error`, the last attempt was
   * not answered by the panel, or it wants to know who asks; the wish stays.
   */
  | {
      readonly kind: "withdrawing";
      readonly since: string;
      /** Of the decision that is withdrawn, where it was seen. */
      readonly sequence?: number;
      readonly goesOn: GoesOn;
      readonly error?: KlartextError;
    }
  /** What stands may be another decision than the one that was withdrawn: the person is asked. */
  | { readonly kind: "decided-anew"; readonly since: string; readonly why: AskingWhy }
  /** Somebody else began a withdrawal in this browser; it is shown and never sent. */
  | { readonly kind: "withdrawal-of-another"; readonly since: string }
  /** It came to nothing, and why. The panel's state is what it was. */
  | {
      readonly kind: "failed";
      readonly of: DecisionRequest["decision"] | "withdrawn";
      /** What the panel did not have when it was read; it may still arrive. */
      readonly missing?: AskedDecision;
      readonly error: KlartextError;
    };

/**
 * How a withdrawal goes on that the panel may not have: it is sent again *always*, whenever
 * the page is opened, or *while open* where the browser keeps nothing; or the person is asked,
 * as it was not seen what was withdrawn or by whom (*by asking*).
 */
type GoesOn = "always" | "while-open" | "by-asking";

/** A grant or a refusal, in place of the decision that was seen with `sequence`. */
interface AskedDecision {
  readonly request: DecisionRequest;
  readonly sequence: number;
}

export type WishEvent =
  | ({ readonly type: "decide" } & AskedDecision)
  | {
      readonly type: "withdraw";
      readonly since: string;
      readonly sequence?: number;
      readonly goesOn: GoesOn;
    }
  | { readonly type: "found-another"; readonly since: string }
  /** The panel answered that it has it. */
  | { readonly type: "settled" }
  /** No answer, or one that says nothing about what the panel has. */
  | { readonly type: "lost"; readonly error: KlartextError }
  /**
   * The panel's decision was read after `error`, which left open what it has; `has` tells if
   * it has the wish.
   */
  | { readonly type: "read"; readonly has: boolean; readonly error: KlartextError }
  | { readonly type: "decided-anew"; readonly why: AskingWhy }
  /** The panel said no for good. */
  | { readonly type: "denied"; readonly error: KlartextError }
  /** The person took note, or let it be. */
  | { readonly type: "dismiss" };

export const noWish: Wish = { kind: "none" };

/** What becomes of a wish. An event that does not fit it changes nothing. */
export function reduceWish(wish: Wish, event: WishEvent): Wish {
  switch (event.type) {
    case "decide":
      return isOpen(wish)
        ? wish
        : { kind: "deciding", request: event.request, sequence: event.sequence };
    case "withdraw": {
      const { type: _type, ...withdrawal } = event;
      return { kind: "withdrawing", ...withdrawal };
    }
    case "found-another":
      return wish.kind === "none" || wish.kind === "withdrawing"
        ? { kind: "withdrawal-of-another", since: event.since }
        : wish;
    case "settled":
      return isOpen(wish) || wish.kind === "failed" ? noWish : wish;
    case "lost":
      return lost(wish, event.error);
    case "read":
      return isDeciding(wish) ? readAfter(wish, event) : wish;
    case "decided-anew":
      return wish.kind === "withdrawing"
        ? { kind: "decided-anew", since: wish.since, why: event.why }
        : wish;
    case "denied":
      return denied(wish, event.error);
    case "dismiss":
      return isOpen(wish) ? wish : noWish;
  }
}

function lost(wish: Wish, error: KlartextError): Wish {
  if (isDeciding(wish)) return { ...wish, kind: "checking", error };
  return wish.kind === "withdrawing" ? { ...wish, error } : wish;
}

function readAfter(
  { request, sequence }: AskedDecision,
  { has, error }: Extract<WishEvent, { type: "read" }>,
): Wish {
  if (has) return noWish;
  return { kind: "failed", of: request.decision, missing: { request, sequence }, error };
}

function denied(wish: Wish, error: KlartextError): Wish {
  if (isDeciding(wish)) return { kind: "failed", of: wish.request.decision, error };
  return wish.kind === "withdrawing" ? { kind: "failed", of: "withdrawn", error } : wish;
}

function isDeciding(wish: Wish): wish is Extract<Wish, { request: DecisionRequest }> {
  return wish.kind === "deciding" || wish.kind === "checking";
}

/** Whether a wish is still on its way to the panel. */
export function isOpen(wish: Wish): boolean {
  return isDeciding(wish) || isWithdrawalWished(wish);
}

/** Whether a decision that was read is what was wished, whatever became of the request. */
export function isFulfilled(wish: Wish, decision: Decision): boolean {
  const asked = wish.kind === "failed" ? wish.missing : isDeciding(wish) && wish;
  if (asked) return answersDecision(decision, asked.request, asked.sequence);
  return (
    wish.kind === "withdrawing" &&
    wish.sequence !== undefined &&
    askedToWithdraw(wish.sequence).isDone(decision)
  );
}

/** Whether the person has withdrawn, whatever the panel has: then the thumb is off. */
export function isWithdrawalWished(wish: Wish): boolean {
  return wish.kind === "withdrawing";
}

/** Whether a grant is on its way, which a change of mind can still take back. */
export function isGrantWished(wish: Wish): boolean {
  return isDeciding(wish) && wish.request.decision === "granted";
}
