import type { Mistake } from "../../mistake.ts";
import { changesDecision } from "./changesDecision.ts";
import { tellsEverywhere } from "./tellsEverywhere.ts";

/** It is told wrongly what a decision is bound to. */
export const decisionBindings: readonly Mistake[] = [
  {
    id: "language-always-en",
    sentence: "Whatever language was seen, en is told",
    plant: tellsEverywhere(({ language }) => (language ? { language: "en" } : {})),
  },
  {
    id: "text-digest-lost",
    sentence: "A grant does not say to which text",
    plant: tellsEverywhere(({ status }) =>
      status === "granted" ? { textDigest: null } : {},
    ),
  },
  {
    id: "payload-digest-lost",
    sentence: "A grant does not say to which bytes",
    plant: tellsEverywhere(() => ({ payloadDigest: null })),
  },
  {
    id: "payload-digest-of-first",
    sentence: "Consent given again is said to be to the bytes of the first",
    plant: changesDecision((after, before) =>
      after.status === "granted" && before.status === "granted"
        ? { payloadDigest: before.payloadDigest }
        : {},
    ),
  },
  {
    id: "revision-lost",
    sentence: "A refusal does not say of which revision",
    plant: tellsEverywhere(({ status }) =>
      status === "refused" ? { revision: null } : {},
    ),
  },
  {
    id: "current-text-in-refusal",
    sentence: "A refusal is said to be of the current text, whatever was named",
    plant: changesDecision((after) =>
      after.status === "refused" || (after.status === "withdrawn" && after.textDigest)
        ? { revision: "2025-07-24" }
        : {},
    ),
  },
  {
    id: "withdrawal-keeps-binding",
    sentence: "A withdrawn decision still says to what consent was given",
    plant: changesDecision((after, before) =>
      after.status === "withdrawn" && before.status === "granted"
        ? {
            revision: before.revision,
            language: before.language,
            textDigest: before.textDigest,
            payloadDigest: before.payloadDigest,
          }
        : {},
    ),
  },
];
