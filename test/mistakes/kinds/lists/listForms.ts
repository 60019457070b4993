import { answers, problem, says, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isList, tellsEntries } from "./tellsEntries.ts";

/** A list has another order or form, or is not there. */
export const listForms: readonly Mistake[] = [
  {
    id: "history-oldest-first",
    sentence: "The history tells the oldest first",
    plant: tellsEntries(is.history, (list) => list.toReversed()),
  },
  {
    id: "log-oldest-first",
    sentence: "The log tells the oldest first",
    plant: tellsEntries(is.log, (list) => list.toReversed()),
  },
  {
    id: "history-by-purpose",
    sentence: "The history is sorted by purpose, not by time",
    plant: tellsEntries(is.history, (list) =>
      list.toSorted((a, b) => a.purpose.localeCompare(b.purpose)),
    ),
  },
  {
    id: "log-absent",
    sentence: "There is no log",
    plant: says(is.log, () => problem("not-found")),
  },
  {
    id: "history-absent",
    sentence: "There is no history",
    plant: says(is.history, () => problem("not-found")),
  },
  {
    id: "list-as-array",
    sentence: "A list is an array",
    plant: tells(is.log, (page) => page.entries),
  },
  {
    id: "lists-may-be-stored",
    sentence: "A list has no Cache-Control",
    plant: answers(isList, { headers: { "Cache-Control": null } }),
  },
];
