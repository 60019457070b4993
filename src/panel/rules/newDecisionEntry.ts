import type { Entry } from "../store/panelStore.ts";
import type { DecisionEntry } from "./entrySchemas.ts";

/** An entry of the history; what is not given is null. */
export function newDecisionEntry(
  id: string,
  given: Pick<DecisionEntry, "event" | "at"> & Partial<DecisionEntry>,
  kept: Pick<Entry, "by" | "uuid" | "bytes"> = {},
): Entry {
  const data: DecisionEntry = {
    revision: null,
    language: null,
    textDigest: null,
    textKnown: null,
    payloadDigest: null,
    via: null,
    seen: null,
    ended: null,
    ...given,
  };
  return { id, log: "decision", data, ...kept };
}
