import { type Loose, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsRecord } from "./tellsRecord.ts";

/** An entry has another time, or another id. */
export const timesAndIds: readonly Mistake[] = [
  {
    id: "entry-at-local",
    sentence: "The times of the history are local, and say that they are UTC",
    plant: tellsRecord((one) => ({
      at: new Date(Date.parse(one.at) + 7_200_000).toISOString(),
    })),
  },
  {
    id: "entry-at-without-zone",
    sentence: "The times of the history have no zone",
    plant: tellsRecord((one) => ({ at: one.at.replace("Z", "") })),
  },
  {
    id: "entry-at-number",
    sentence: "The times of the history are numbers",
    plant: tellsRecord((one) => ({ at: Date.parse(one.at) })),
  },
  {
    id: "entry-at-of-request",
    sentence: "Every entry has the time of the answer",
    plant: tellsRecord(() => ({ at: new Date().toISOString() })),
  },
  {
    id: "entry-ids-change",
    sentence: "The ids of the entries are made anew for each answer",
    plant: tellsRecord(() => ({ id: crypto.randomUUID() })),
  },
  {
    id: "entry-ids-numbers",
    sentence: "The ids of the entries are numbers",
    plant: tellsRecord((_one, at) => ({ id: String(at) })),
  },
  {
    id: "entry-ids-same",
    sentence: "Entries of one time share an id",
    plant: tells(is.history, (page) => ({
      ...page,
      entries: page.entries.map((one: Loose, at: number) =>
        at === 1 ? { ...one, id: page.entries[0].id } : one,
      ),
    })),
  },
];
