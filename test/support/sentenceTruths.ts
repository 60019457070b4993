import type { PurposeStatus } from "../../src/client/purposeStatus.ts";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import type { WordKey } from "../../src/i18n/wordKey.ts";

/** A sentence about a purpose, and the states of the panel in which it is true. */
interface Truth {
  /** The states in words, for `docs/states.md`. */
  readonly when: string;
  readonly isTrueIn: (state: PurposeState) => boolean;
}

/** What the one line of a purpose can say, but for the reasons of a suspension. */
export type LineKey = Extract<WordKey, `status.${string}` | `sending.${string}`>;

const has =
  (...statuses: readonly string[]) =>
  ({ decision }: PurposeState) =>
    statuses.includes(decision.status);
const isSilent = ({ activity }: PurposeState) =>
  !activity.effective && activity.openSends === 0;
const always = () => true;
const isAgreed = has("granted", "outdated");

/** How the present decision came about, below the controls; each is said whatever the chip. */
export const decidedTruths: Readonly<
  Record<Extract<WordKey, `decided.${string}`>, string>
> = {
  "decided.command": "decided with the command",
  "decided.file": "decided with a file",
  "decided.unknown": "decided in a way that this page does not know",
  "decided.kinds": "granted or outdated, by consent to the kinds of values",
};

/** The chip, in the order of precedence: the first that applies is the one that is shown. */
export const chipTruths: Readonly<Record<PurposeStatus, Truth>> = {
  "not-withdrawn-yet": {
    when: "any; this page withdrew, and the panel has not confirmed it at the last attempt",
    isTrueIn: always,
  },
  withdrawing: { when: "any; this page is withdrawing", isTrueIn: always },
  checking: {
    when: "any; this page decided, and no clear answer came",
    isTrueIn: always,
  },
  granting: { when: "any; this page is giving consent", isTrueIn: always },
  refusing: { when: "any; this page is refusing", isTrueIn: always },
  "not-read": { when: "any; none could be read", isTrueIn: always },
  unknown: {
    when: "a status that this page does not know",
    isTrueIn: (state) =>
      !has("undecided", "refused", "granted", "outdated", "withdrawn")(state),
  },
  suspended: {
    when: "granted or outdated, and suspended",
    isTrueIn: (state) => isAgreed(state) && state.activity.suspended !== null,
  },
  locked: {
    when: "granted or undecided, under a lock",
    isTrueIn: (state) =>
      has("granted", "undecided")(state) && state.activity.lock !== null,
  },
  blocked: {
    when: "undecided, and what is shown could not be agreed to",
    isTrueIn: has("undecided"),
  },
  "deletion-failed": {
    when: "withdrawn, and the last attempt at a deletion failed, or none can be made",
    isTrueIn: (state) =>
      has("withdrawn")(state) &&
      state.activity.deletions.some((deletion) => deletion.state === "failed"),
  },
  deleting: {
    when: "withdrawn, and a deletion is not confirmed",
    isTrueIn: (state) =>
      has("withdrawn")(state) &&
      state.activity.deletions.some((deletion) => deletion.state !== "confirmed"),
  },
  deleted: {
    when: "withdrawn, and the deletion that followed is confirmed",
    isTrueIn: (state) =>
      has("withdrawn")(state) &&
      state.activity.deletions[0]?.state === "confirmed" &&
      state.activity.deletions.every((deletion) => deletion.state === "confirmed"),
  },
  undecided: { when: "undecided, without a lock", isTrueIn: has("undecided") },
  refused: { when: "refused", isTrueIn: has("refused") },
  granted: {
    when: "granted, neither locked nor suspended",
    isTrueIn: ({ decision, activity }) =>
      decision.status === "granted" && !activity.lock && !activity.suspended,
  },
  outdated: {
    when: "outdated, and not suspended",
    isTrueIn: ({ decision, activity }) =>
      decision.status === "outdated" && !activity.suspended,
  },
  withdrawn: {
    when: "withdrawn; no deletion is known that followed",
    isTrueIn: has("withdrawn"),
  },
};

/** What the line says of the decision, then of what is sent. */
export const lineTruths: Readonly<Record<LineKey, Truth>> = {
  "status.by": {
    when: "decided, by that person at that time",
    isTrueIn: ({ decision }) => decision.by !== null && decision.at !== null,
  },
  "status.at": {
    when: "decided at that time, by nobody who is named",
    isTrueIn: ({ decision }) => decision.by === null && decision.at !== null,
  },
  "status.locked": {
    when: "granted, by that person at that time",
    isTrueIn: has("granted"),
  },
  "status.undecided": { when: "undecided", isTrueIn: has("undecided") },
  "status.outdated": { when: "outdated", isTrueIn: has("outdated") },
  "status.unknown": chipTruths.unknown,
  "status.granting": chipTruths.granting,
  "status.refusing": chipTruths.refusing,
  "status.withdrawing": chipTruths.withdrawing,
  "status.checking": chipTruths.checking,
  "status.not-withdrawn-yet": chipTruths["not-withdrawn-yet"],
  "status.not-read": chipTruths["not-read"],
  "sending.monthly": {
    when: "effective, on a monthly schedule",
    isTrueIn: ({ activity }) => activity.effective,
  },
  "sending.event": {
    when: "effective, on the schedule of an event",
    isTrueIn: ({ activity }) => activity.effective,
  },
  "sending.silent": { when: "not effective, and no send is open", isTrueIn: isSilent },
  "sending.no-sender": {
    when: "not effective, no send is open, and the panel cannot send",
    isTrueIn: (state) => isSilent(state) && state.transport === null,
  },
  "sending.no-more": {
    when: "withdrawn, not effective, and no send is open",
    isTrueIn: (state) => has("withdrawn")(state) && isSilent(state),
  },
  "sending.one-may-leave": {
    when: "not effective, and a send is open",
    isTrueIn: ({ activity }) => !activity.effective && activity.openSends > 0,
  },
  "sending.until-confirmed": {
    when: "any, while a withdrawal is not confirmed and the last state read sends",
    isTrueIn: always,
  },
};
