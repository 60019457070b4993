import type { KnownPurpose } from "../client/knownPurpose.ts";
import { type PurposeStatus, type Sending, sendingOf } from "../client/purposeStatus.ts";
import { knownOf } from "../contract/knownOf.ts";
import { suspensions } from "../contract/purposeState.ts";
import { formatMoment } from "../i18n/formatMoment.ts";
import type { WordKey } from "../i18n/wordKey.ts";
import type { Words } from "../i18n/words.ts";
import type { Language } from "../policy/language.ts";
import type { ConsentActivity } from "../policy/policy.ts";

/** What a purpose's status is told from. */
interface StatusFacts {
  readonly status: PurposeStatus;
  /** Undefined where it could not be read. */
  readonly purpose: KnownPurpose | undefined;
  /** Whether what moves by itself was read after the decision was made. */
  readonly isSettled: boolean;
  readonly schedule: ConsentActivity["schedule"];
}

/** A sentence of the status line, with the moment that it names. */
export interface StatusSentence {
  readonly key: WordKey;
  readonly text: string;
  readonly at: string | null;
}

/**
 * The status line: at most two sentences that are true at once, the first of the decision or
 * of what is on its way, the second of what is sent.
 */
export function describeStatus(
  facts: StatusFacts,
  words: Words,
  language: Language,
): readonly StatusSentence[] {
  const { decision } = facts.purpose ?? {};
  const at = decision?.at ?? null;
  const values = {
    name: decision?.by?.name ?? "",
    time: at === null ? "" : formatMoment(new Date(at), language),
    status: decision?.status ?? "",
  };
  const keys = [ofDecision(facts), ofSending(facts)];
  return keys.flatMap((key) => (key ? [{ key, text: words(key, values), at }] : []));
}

function ofDecision({ status, purpose }: StatusFacts): WordKey | undefined {
  const { decision, activity } = purpose ?? {};
  switch (status) {
    case "undecided":
      return undefined;
    case "blocked":
      return "status.undecided";
    case "locked":
      return decision?.status === "undecided"
        ? "status.undecided"
        : byWhom(purpose, true);
    case "suspended":
      return `suspended.${knownOf(suspensions, activity?.suspended ?? "") ?? "unknown"}`;
    case "refused":
    case "granted":
    case "withdrawn":
    case "deleting":
    case "deleted":
    case "deletion-failed":
      return byWhom(purpose, false);
    default:
      return `status.${status}`;
  }
}

function byWhom(
  purpose: KnownPurpose | undefined,
  isConsent: boolean,
): WordKey | undefined {
  const { at, by } = purpose?.decision ?? {};
  if (!at) return undefined;
  if (!by) return "status.at";
  return isConsent ? "status.locked" : "status.by";
}

function ofSending({
  status,
  purpose,
  isSettled,
  schedule,
}: StatusFacts): WordKey | undefined {
  const sending = isSettled ? sendingOf(purpose) : "unknown";
  switch (status) {
    case "not-read":
    case "unknown":
    case "checking":
    case "granting":
    case "refusing":
      return undefined;
    case "withdrawing":
    case "not-withdrawn-yet":
      return untilConfirmed(sending);
    case "granted":
      return whileGranted(sending, schedule);
    case "withdrawn":
    case "deleting":
    case "deleted":
    case "deletion-failed":
      return onceDecided(sending, "sending.no-more");
    default:
      return onceDecided(sending, "sending.silent");
  }
}

function untilConfirmed(sending: Sending): WordKey {
  return onceDecided(sending, "sending.silent") ?? "sending.until-confirmed";
}

function whileGranted(
  sending: Sending,
  schedule: ConsentActivity["schedule"],
): WordKey | undefined {
  return sending === "sends"
    ? `sending.${schedule}`
    : onceDecided(sending, "sending.silent");
}

function onceDecided(
  sending: Sending,
  silent: "sending.silent" | "sending.no-more",
): WordKey | undefined {
  switch (sending) {
    case "silent":
      return silent;
    case "no-sender":
    case "one-may-leave":
      return `sending.${sending}`;
    default:
      return undefined;
  }
}
