import type { Transmission } from "../../contract/transmission.ts";
import type { Words } from "../../hooks/useWords.ts";
import type { EntryMark } from "../EntryTable/MarkedWord.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import { knownOutcome, outcomeIcon, outcomeMark } from "./outcomeMark.ts";

interface ShownOutcome {
  readonly icon: IconName;
  readonly mark: EntryMark;
  readonly word: string;
}

/** Signatures that are worth a word beside "accepted", and whether something is amiss. */
const signatures = { valid: false, absent: false, wrong: true, unexpected: true };

/** How an attempt ended, and whether the vendor has signed that. */
export function outcomeOf(
  entry: Pick<Transmission, "outcome" | "signature">,
  words: Words,
): ShownOutcome {
  const { outcome, signature } = entry;
  const shown = {
    ...{ icon: outcomeIcon(entry), mark: outcomeMark(entry) },
    word: words(`log.outcome.${knownOutcome(outcome)}`),
  };
  if (outcome !== "accepted" || !isTold(signature)) return shown;
  const word = words(`log.signed.${signature}`);
  return signatures[signature]
    ? { icon: "octagon", mark: "failed", word }
    : { ...shown, word };
}

function isTold(signature: string | null): signature is keyof typeof signatures {
  return signature !== null && signature in signatures;
}
