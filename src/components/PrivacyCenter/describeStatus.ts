import { type KlartextError, PanelProblem } from "../../client/errors.ts";
import type { Wish } from "../../client/wish.ts";
import type { Decision } from "../../contract/decision.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { suspensions } from "../../contract/purposeState.ts";
import { knownStatus } from "../../contract/transitions.ts";
import type { Words } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { WordKey } from "../../i18n/wordKey.ts";
import type { Language } from "../../policy/language.ts";
import type { ConsentActivity } from "../../policy/policy.ts";

/** What the panel's state is, in a sentence or two. */
export function describeDecision(
  { status, by, at }: Decision,
  words: Words,
  language: Language,
): string {
  const known = knownStatus(status);
  if (known === undefined) return words("status.unknown", { status });
  const time = at ? formatMoment(new Date(at), language) : "";
  return words(`status.${known}`, { name: by?.name ?? "", time });
}

/** Why no report leaves although consent stands, if that is so. */
export function describeSuspension(
  suspended: string | null,
  identification: ConsentActivity["identification"],
  words: Words,
): string | undefined {
  if (suspended === null) return undefined;
  const why = words(`suspended.${knownOf(suspensions, suspended) ?? "unknown"}`);
  return identification === "none" ? why : `${why} ${words("newPseudonym")}`;
}

/** Whether an error says that nobody is signed in, or not any more. */
export function isSignedOut(error: KlartextError): boolean {
  return error instanceof PanelProblem && error.code === "not-signed-in";
}

/** The word for what is on its way to the panel; nothing while there is no wish. */
export function wordOfWish(wish: Wish): WordKey | undefined {
  switch (wish.kind) {
    case "none":
    case "failed":
      return undefined;
    case "deciding":
      return wish.request.decision === "granted" ? "status.granting" : "status.refusing";
    case "withdrawing":
      if (!wish.error) return "status.withdrawing";
      if (wish.goesOn === "by-asking") return "status.withdrawing-lost-by-asking";
      if (isSignedOut(wish.error)) return "status.withdrawing-signed-out";
      return wish.goesOn === "always"
        ? "status.withdrawing-lost"
        : "status.withdrawing-lost-while-open";
    case "decided-anew":
      return wish.why === "decided"
        ? "status.decided-anew"
        : `status.decided-anew-${wish.why}`;
    default:
      return `status.${wish.kind}`;
  }
}

/** What is on its way to the panel, in a sentence or two; nothing while there is no wish. */
export function describeWish(
  wish: Wish,
  words: Words,
  language: Language,
): string | undefined {
  const word = wordOfWish(wish);
  const time = "since" in wish ? formatMoment(new Date(wish.since), language) : "";
  return word && words(word, { time });
}
