import type { DecisionRecord } from "../../../contract/decisionRecord.ts";
import { recordedEvents } from "../../../contract/decisionRecord.ts";
import { receiptEvent } from "../../../contract/receipt.ts";
import { stateRule } from "./rule.ts";

const section = "docs/panel-api.md#what-to-store";

/** What an entry of this event has and has not. */
function fits(one: DecisionRecord): boolean {
  const text = [one.revision, one.language, one.textDigest];
  const hasText = text.every((value) => value !== null);
  const hasNone = text.every((value) => value === null) && one.textKnown === null;
  const hasNoBytes = one.payloadDigest === null && one.payload === "none";
  const ofDeletion = [one.erasure, one.signature, one.signed].every(
    (value) => value === undefined,
  );
  switch (one.event) {
    case "granted": {
      const seen =
        one.seen === "bytes"
          ? !hasNoBytes && one.payload !== "none" && one.payloadDigest !== null
          : one.seen === "kinds" && hasNoBytes;
      return hasText && one.textKnown === true && seen && ofDeletion;
    }
    case "refused":
      return (
        hasText && one.textKnown !== null && hasNoBytes && one.seen === null && ofDeletion
      );
    case "withdrawn":
      return hasNone && hasNoBytes && one.seen === null && ofDeletion;
    case "deletion-requested":
      return (
        hasNone &&
        hasNoBytes &&
        one.seen === null &&
        one.via === null &&
        one.by === null &&
        ofDeletion
      );
    case "deletion-confirmed":
      return (
        hasNone && hasNoBytes && one.seen === null && one.via === null && one.by === null
      );
    default:
      return true;
  }
}

/** What each entry of the history tells. */
export const entryRules = [
  stateRule(
    {
      id: "entry-members",
      title: "What an entry of the history tells fits its event",
      section,
      remedy:
        "Tell of a grant text and bytes, of a refusal the text, of the others neither.",
    },
    ({ history: { exchange, value } }, that) => {
      for (const one of value?.entries ?? []) {
        const known = recordedEvents.some((event) => event === one.event);
        that(exchange, known, `An event of the contract; it is ${one.event}.`);
        that(
          exchange,
          fits(one),
          `Members that fit ${one.event}: ${JSON.stringify(one)}.`,
        );
        const isOwn = receiptEvent(one.event) !== undefined;
        that(
          exchange,
          isOwn === (one.receipt !== null),
          `${one.event}: ${isOwn ? "a" : "no"} receipt.`,
        );
      }
    },
  ),
  stateRule(
    {
      id: "entry-purposes",
      title: "An entry names a purpose of the policy, and attempts do",
      section,
      remedy: "Name the purpose by its id.",
    },
    ({ history, log }, that, { contract }) => {
      const ids = new Set(contract.purposeIds);
      for (let { previous } = contract.policy; previous; { previous } = previous) {
        for (const { id } of previous.activities) ids.add(id);
      }
      for (const { exchange, value } of [history, log]) {
        for (const { purpose } of value?.entries ?? []) {
          that(
            exchange,
            ids.has(purpose),
            `One of ${[...ids].join(", ")}; it is ${purpose}.`,
          );
        }
      }
    },
  ),
  stateRule(
    {
      id: "entry-order",
      title: "The numbers of both lists fall from the newest to the oldest",
      section: "docs/panel-api.md#lists",
      remedy: "Order by the number that only grows.",
    },
    ({ history, log }, that) => {
      for (const { exchange, value } of [history, log]) {
        const numbers = (value?.entries ?? []).flatMap((one) => one.number ?? []);
        const falls = numbers.every(
          (number, at) => at === 0 || number < (numbers[at - 1] ?? 0),
        );
        that(exchange, falls, `Falling numbers; they are ${numbers.join(", ")}.`);
      }
    },
  ),
  stateRule(
    {
      id: "decision-is-newest-entry",
      title: "A decision tells what the newest entry of its purpose tells",
      section,
      remedy: "Write decision and entry in one transaction, from the same values.",
    },
    ({ isStill, purposes, history }, that) => {
      if (!isStill || !history.value) return;
      for (const [id, { decision }] of Object.entries(purposes.value?.purposes ?? {})) {
        const entry = history.value.entries.find(
          (one) =>
            one.purpose === id &&
            ["granted", "refused", "withdrawn", "outdated"].includes(one.event),
        );
        if (
          decision.status === "undecided" ||
          decision.status === "outdated" ||
          entry?.event === "outdated"
        )
          continue;
        if (!entry && history.value.next !== null) continue;
        const shown = (
          one:
            | Pick<
                DecisionRecord,
                | "at"
                | "by"
                | "revision"
                | "language"
                | "textDigest"
                | "payloadDigest"
                | "via"
                | "seen"
              >
            | undefined,
        ) =>
          one &&
          JSON.stringify([
            one.at,
            one.by,
            one.revision,
            one.language,
            one.textDigest,
            one.payloadDigest,
            one.via,
            one.seen,
          ]);
        const same = shown(entry) === shown({ ...decision, at: decision.at ?? "" });
        that(
          history.exchange,
          same,
          `${id}: ${JSON.stringify(decision)} as its newest entry.`,
        );
        const isRight = entry?.event !== "granted" || decision.status === "granted";
        that(history.exchange, isRight, `${id}: the event of ${decision.status}.`);
      }
    },
  ),
];
