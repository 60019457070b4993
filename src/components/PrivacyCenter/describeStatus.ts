import type { Decision } from "../../contract/decision.ts";
import { knownStatus } from "../../contract/transitions.ts";
import type { Wish } from "../../hooks/useDecide.ts";
import type { Words } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { Language } from "../../policy/language.ts";

const wishKeys = {
  grant: "status.granting",
  refuse: "status.refusing",
  withdraw: "status.withdrawing",
} as const;

/** What is so, in one or two sentences: the panel's state, and a wish on its way to it. */
export function describeStatus(
  decision: Decision,
  wish: Wish | undefined,
  words: Words,
  language: Language,
): string {
  const status = knownStatus(decision.status);
  const state =
    status === undefined
      ? words("status.unknown", { status: decision.status })
      : words(`status.${status}`, {
          name: decision.by?.name ?? "",
          time: decision.at ? formatMoment(new Date(decision.at), language) : "",
        });
  return wish ? `${words(wishKeys[wish])} ${state}` : state;
}
