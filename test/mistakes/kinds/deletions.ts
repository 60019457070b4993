import { type Loose, type Plant, tells, tellsActivity } from "../faultyPanel/faults.ts";
import { is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const deletions = (to: (deletion: Loose) => Loose): Plant =>
  tellsActivity((activity) => ({
    deletions: activity.deletions.map((one: Loose) => ({ ...one, ...to(one) })),
  }));

export const deletionMistakes: KindOfMistakes = {
  kind: "deletions",
  mistakes: [
    {
      id: "confirmed-without-time",
      sentence: "A confirmed deletion does not say when",
      plant: deletions(() => ({ confirmedAt: null })),
    },
    {
      id: "confirmed-at-once",
      sentence: "A deletion is confirmed before the vendor has answered",
      plant: deletions((one) =>
        one.state === "confirmed"
          ? {}
          : { state: "confirmed", confirmedAt: one.requestedAt, deleted: 0 },
      ),
    },
    {
      id: "confirmed-tried-again",
      sentence: "A confirmed deletion has a next attempt",
      plant: deletions((one) =>
        one.state === "confirmed" ? { nextAttemptAt: "2027-01-01T00:00:00.000Z" } : {},
      ),
    },
    {
      id: "confirmed-uncounted",
      sentence: "A confirmed deletion does not say how many",
      plant: deletions(() => ({ deleted: null })),
    },
    {
      id: "counted-before",
      sentence: "A deletion under way says how many were deleted",
      plant: deletions((one) => (one.state === "confirmed" ? {} : { deleted: 1 })),
    },
    {
      id: "confirmed-before-request",
      sentence: "A deletion is confirmed before it was asked for",
      plant: deletions((one) =>
        one.confirmedAt
          ? { confirmedAt: new Date(Date.parse(one.requestedAt) - 60_000).toISOString() }
          : {},
      ),
    },
    {
      id: "deletion-state-done",
      sentence: "The state of a deletion is a word that the contract does not have",
      plant: deletions((one) => (one.state === "confirmed" ? { state: "done" } : {})),
    },
    {
      id: "deletion-under-way-for-ever",
      sentence: "A confirmed deletion is told as under way",
      plant: deletions(() => ({ state: "under-way" })),
    },
    {
      id: "failed-without-next",
      sentence: "A deletion that failed does not say when it is tried again",
      plant: deletions((one) => (one.state === "under-way" ? { state: "failed" } : {})),
    },
    {
      id: "deletion-ids-change",
      sentence: "The id of a deletion is made anew for each answer",
      plant: deletions(() => ({ id: crypto.randomUUID() })),
    },
    {
      id: "deletions-oldest-first",
      sentence: "Deletions are told oldest first",
      plant: tellsActivity((activity) => ({
        deletions: activity.deletions.toReversed(),
      })),
    },
    {
      id: "deletions-of-other",
      sentence: "The deletions of one purpose are told of the other",
      plant: tells(is.purposes, (body) => {
        const { "crash-reports": crash, "server-statistics": statistics } = body.purposes;
        return {
          ...body,
          purposes: {
            ...body.purposes,
            "crash-reports": {
              ...crash,
              activity: { ...crash.activity, deletions: statistics.activity.deletions },
            },
          },
        };
      }),
    },
    {
      id: "deletion-requested-later",
      sentence: "A deletion is said to be asked for after it was confirmed",
      plant: deletions((one) =>
        one.confirmedAt
          ? { requestedAt: new Date(Date.parse(one.confirmedAt) + 60_000).toISOString() }
          : {},
      ),
    },
  ],
};
