import type { DecisionRecord } from "../../../../contract/decisionRecord.ts";
import { recordedEvents } from "../../../../contract/decisionRecord.ts";
import { receiptEvent } from "../../../../contract/receipt.ts";
import { stateRule } from "../../defineRules.ts";

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

export const entryMembers = stateRule(
  {
    id: "entry-members",
    title: "What an entry of the history tells fits its event",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Tell of a grant text and bytes, of a refusal the text, of the others neither.",
    occasion: "an entry of the history, such as consent makes",
  },
  ({ history: { exchange, value } }, expect) => {
    for (const one of value?.entries ?? []) {
      const known = recordedEvents.some((event) => event === one.event);
      expect(exchange, known, `An event of the contract; it is ${one.event}.`);
      expect(
        exchange,
        fits(one),
        `Members that fit ${one.event}: ${JSON.stringify(one)}.`,
      );
      const isOwn = receiptEvent(one.event) !== undefined;
      expect(
        exchange,
        isOwn === (one.receipt !== null),
        `${one.event}: ${isOwn ? "a" : "no"} receipt.`,
      );
    }
  },
);
