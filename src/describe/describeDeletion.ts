import { knownOf } from "../contract/knownOf.ts";
import { type Deletion, deletionStates } from "../contract/purposeState.ts";
import { formatMoment, formatNumber } from "../i18n/formatMoment.ts";
import type { Words } from "../i18n/words.ts";
import type { Language } from "../policy/language.ts";

/** How far a deletion at the vendor is, in a sentence; nothing is said that the panel does not say. */
export function describeDeletion(
  { state, requestedAt, nextAttemptAt, confirmedAt, deleted }: Deletion,
  words: Words,
  language: Language,
): string {
  const moment = (at: string) => formatMoment(new Date(at), language);
  const requested = moment(requestedAt);
  switch (knownOf(deletionStates, state)) {
    case "under-way":
      return words("timeline.deletion.under-way", { requested });
    case "failed":
      return nextAttemptAt === null
        ? words("timeline.deletion.failed")
        : words("timeline.deletion.failed-again", { next: moment(nextAttemptAt) });
    case "confirmed": {
      const sentence =
        confirmedAt === null
          ? words("timeline.deletion.confirmed")
          : words("timeline.deletion.confirmed-at", { confirmed: moment(confirmedAt) });
      return deleted === null
        ? sentence
        : `${sentence} ${words("timeline.deletedCount", { deleted: formatNumber(deleted, language) })}`;
    }
    default:
      return words("timeline.deletion.unknown", { state });
  }
}
