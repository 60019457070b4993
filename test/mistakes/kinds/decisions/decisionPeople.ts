import { tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { changesDecision } from "./changesDecision.ts";
import { tellsEverywhere } from "./tellsEverywhere.ts";

/** It is told wrongly who decided, and when. */
export const decisionPeople: readonly Mistake[] = [
  {
    id: "by-nobody",
    sentence: "A decision does not say who decided",
    plant: tellsEverywhere(() => ({ by: null })),
  },
  {
    id: "by-another",
    sentence: "A decision says that somebody else decided",
    plant: tellsEverywhere(({ by }) => (by ? { by: { id: "root", name: "root" } } : {})),
  },
  {
    id: "by-name-alone",
    sentence: "A decision names the person by her name alone",
    plant: tellsEverywhere(({ by }) => (by ? { by: { ...by, id: by.name } } : {})),
  },
  {
    id: "at-of-first",
    sentence: "Consent given again keeps the time of the first",
    plant: changesDecision((after, before) =>
      after.status === "granted" && before.status === "granted" ? { at: before.at } : {},
    ),
  },
  {
    id: "at-long-ago",
    sentence: "The time of a decision is that of the start of the process",
    plant: tellsEverywhere(({ at }) => (at ? { at: "2024-01-01T00:00:00.000Z" } : {})),
  },
  {
    id: "at-local",
    sentence: "The time of a decision is local, and says that it is UTC",
    plant: tellsEverywhere(({ at }) =>
      at ? { at: new Date(Date.parse(at) + 7_200_000).toISOString() } : {},
    ),
  },
  {
    id: "at-with-offset",
    sentence: "The time of a decision has an offset",
    plant: tellsEverywhere(({ at }) => (at ? { at: at.replace("Z", "+00:00") } : {})),
  },
  {
    id: "purpose-decided-by-nobody-known",
    sentence: "The decision alone does not tell who decided",
    plant: tells(is.decision, (decision) => ({ ...decision, by: null })),
  },
];
