import { change, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsEntries } from "./tellsEntries.ts";

const without = (event: string): Plant =>
  tellsEntries(is.history, (list) => list.filter((one) => one.event !== event));

/** Leaves entries out as they are written. */
const unwritten = (event: string): Plant =>
  change(({ append, ...rest }) => ({
    ...rest,
    ...(append && {
      append: append.filter((entry) => (entry.data as Loose).event !== event),
    }),
  }));

/** Entries of one kind are not told. */
export const untoldEntries: readonly Mistake[] = [
  {
    id: "refusals-untold",
    sentence: "The history tells of no refusal",
    plant: without("refused"),
  },
  {
    id: "refusals-unwritten",
    sentence: "A refusal is not written down",
    plant: unwritten("refused"),
  },
  {
    id: "withdrawals-untold",
    sentence: "The history tells of no withdrawal",
    plant: without("withdrawn"),
  },
  {
    id: "grants-untold",
    sentence: "The history tells of no consent that was given again",
    plant: tellsEntries(is.history, (list) =>
      list.filter(
        (one, at) =>
          one.event !== "granted" ||
          !list
            .slice(at + 1)
            .some((older) => older.purpose === one.purpose && older.event === "granted"),
      ),
    ),
  },
  {
    id: "requests-untold",
    sentence: "The history tells of no deletion that was asked for",
    plant: without("deletion-requested"),
  },
  {
    id: "confirmations-untold",
    sentence: "The history tells of no deletion that was confirmed",
    plant: without("deletion-confirmed"),
  },
  {
    id: "erasures-untold",
    sentence: "The log tells of no request to erase",
    plant: tellsEntries(is.log, (list) => list.filter((one) => one.kind !== "erasure")),
  },
  {
    id: "reports-untold",
    sentence: "The log tells of no report",
    plant: tellsEntries(is.log, (list) => list.filter((one) => one.kind !== "report")),
  },
  {
    id: "log-empty",
    sentence: "The log is empty",
    plant: tellsEntries(is.log, () => []),
  },
];
