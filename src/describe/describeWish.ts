import { type KlartextError, PanelProblem } from "../client/errors.ts";
import type { Wish } from "../client/wish.ts";
import type { WordKey } from "../i18n/wordKey.ts";

/** Whether an error says that nobody is signed in, or not any more. */
export function isSignedOut(error: KlartextError): boolean {
  return error instanceof PanelProblem && error.code === "not-signed-in";
}

/**
 * The word for what becomes of a wish that the panel has not settled, beyond its status;
 * nothing while it is simply on its way.
 */
export function wordOfWish(wish: Wish): WordKey | undefined {
  switch (wish.kind) {
    case "withdrawing":
      if (!wish.error) return undefined;
      if (wish.goesOn === "by-asking") return "wish.lost-by-asking";
      if (isSignedOut(wish.error)) return "wish.signed-out";
      return wish.goesOn === "always" ? "wish.lost" : "wish.lost-while-open";
    case "decided-anew":
      return wish.why === "decided"
        ? "wish.decided-anew"
        : `wish.decided-anew-${wish.why}`;
    case "withdrawal-of-another":
      return "wish.withdrawal-of-another";
    default:
      return undefined;
  }
}
