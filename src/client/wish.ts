import type { DecisionRequest } from "../contract/decision.ts";
import type { KlartextError } from "./errors.ts";

/**
 * What a person asked for and the panel has not settled, apart from what the panel's state
 * is. Only the panel's own answers make a state; a wish never does.
 */
export type Wish =
  | { readonly kind: "none" }
  /** A grant or a refusal was sent. It is done when the panel says so. */
  | { readonly kind: "deciding"; readonly request: DecisionRequest }
  /** No answer came to it: what the panel has is being read before anything is said. */
  | {
      readonly kind: "checking";
      readonly request: DecisionRequest;
      readonly error: KlartextError;
    }
  /** The thumb is off; the panel may not have it yet. */
  | {
      readonly kind: "withdrawing";
      readonly since: string;
      readonly error?: KlartextError;
    }
  /** The panel wants to know who asks; the wish stays (HTTP 401). */
  | { readonly kind: "withdrawing-signed-out"; readonly since: string }
  /** While the withdrawal was on its way somebody decided anew: only the person can say. */
  | { readonly kind: "decided-anew"; readonly since: string }
  /** Somebody else began a withdrawal in this browser; it is shown and never sent. */
  | { readonly kind: "withdrawal-of-another"; readonly since: string }
  /** It came to nothing, and why. The panel's state is what it was. */
  | {
      readonly kind: "failed";
      readonly of: DecisionRequest["decision"] | "withdrawn";
      readonly error: KlartextError;
    };

export type WishEvent =
  | { readonly type: "decide"; readonly request: DecisionRequest }
  | { readonly type: "withdraw"; readonly since: string }
  | { readonly type: "found-another"; readonly since: string }
  /** The panel answered that it has it. */
  | { readonly type: "settled" }
  /** No answer, or one that says nothing about what the panel has. */
  | { readonly type: "lost"; readonly error: KlartextError }
  /** The panel's decision was read after an answer was lost; `has` tells if it has the wish. */
  | { readonly type: "read"; readonly has: boolean }
  | { readonly type: "signed-out" }
  | { readonly type: "decided-anew" }
  /** The panel said no for good. */
  | { readonly type: "denied"; readonly error: KlartextError }
  /** The person took note, or let it be. */
  | { readonly type: "dismiss" };

export const noWish: Wish = { kind: "none" };

/** What becomes of a wish. An event that does not fit it changes nothing. */
export function reduceWish(wish: Wish, event: WishEvent): Wish {
  switch (event.type) {
    case "decide":
      return isOpen(wish) ? wish : { kind: "deciding", request: event.request };
    case "withdraw":
      return { kind: "withdrawing", since: event.since };
    case "found-another":
      return wish.kind === "none" || wish.kind === "withdrawing"
        ? { kind: "withdrawal-of-another", since: event.since }
        : wish;
    case "settled":
      return isOpen(wish) ? noWish : wish;
    case "lost":
      return lost(wish, event.error);
    case "read":
      if (wish.kind !== "checking") return wish;
      return event.has
        ? noWish
        : { kind: "failed", of: wish.request.decision, error: wish.error };
    case "signed-out":
      return wish.kind === "withdrawing"
        ? { kind: "withdrawing-signed-out", since: wish.since }
        : wish;
    case "decided-anew":
      return isWithdrawing(wish) ? { kind: "decided-anew", since: wish.since } : wish;
    case "denied":
      return denied(wish, event.error);
    case "dismiss":
      return isOpen(wish) ? wish : noWish;
  }
}

function lost(wish: Wish, error: KlartextError): Wish {
  if (wish.kind === "deciding") return { kind: "checking", request: wish.request, error };
  return wish.kind === "withdrawing" ? { ...wish, error } : wish;
}

function denied(wish: Wish, error: KlartextError): Wish {
  if (wish.kind === "deciding" || wish.kind === "checking") {
    return { kind: "failed", of: wish.request.decision, error };
  }
  return isWithdrawing(wish) ? { kind: "failed", of: "withdrawn", error } : wish;
}

function isWithdrawing(
  wish: Wish,
): wish is Extract<Wish, { kind: "withdrawing" | "withdrawing-signed-out" }> {
  return wish.kind === "withdrawing" || wish.kind === "withdrawing-signed-out";
}

/** Whether a wish is still on its way to the panel. */
export function isOpen(wish: Wish): boolean {
  return wish.kind === "deciding" || wish.kind === "checking" || isWithdrawing(wish);
}

/** Whether the person has withdrawn, whatever the panel has: then the thumb is off. */
export function isWithdrawalWished(wish: Wish): boolean {
  return isWithdrawing(wish);
}

/** Whether a grant is on its way, which a change of mind can still take back. */
export function isGrantWished(wish: Wish): boolean {
  return (
    (wish.kind === "deciding" || wish.kind === "checking") &&
    wish.request.decision === "granted"
  );
}
