import { newDecisionEntry } from "../../../../src/panel/rules/newDecisionEntry.ts";
import { change, type Loose, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsRecord } from "./tellsRecord.ts";

/** Something else is written down than happened. */
export const recordedEvents: readonly Mistake[] = [
  {
    id: "event-revoked",
    sentence: "A withdrawal is told as revoked",
    plant: tellsRecord((one) => (one.event === "withdrawn" ? { event: "revoked" } : {})),
  },
  {
    id: "event-of-regrant",
    sentence: "Consent that was given again is told as changed",
    plant: tells(is.history, (page) => ({
      ...page,
      entries: page.entries.map((one: Loose, at: number) =>
        one.event === "granted" && page.entries[at + 1]?.event === "granted"
          ? { ...one, event: "changed" }
          : one,
      ),
    })),
  },
  {
    id: "event-twice",
    sentence: "A decision is written down twice",
    plant: change((given) => ({
      ...given,
      ...(given.append && {
        append: given.append.flatMap((one) =>
          (one.data as Loose).event === "granted"
            ? [one, { ...one, id: crypto.randomUUID() }]
            : [one],
        ),
      }),
    })),
  },
  {
    id: "second-delete-recorded",
    sentence: "A second DELETE is written down as a withdrawal",
    plant: change((given, { now, state }) => {
      const before: Loose = state;
      const after: Loose = given.state;
      const isAgain =
        before?.decision.status === "withdrawn" &&
        after?.decision.status === "withdrawn" &&
        after.decision.at === before.decision.at &&
        after.decision.sequence !== before.decision.sequence;
      return isAgain
        ? {
            ...given,
            append: [
              newDecisionEntry(crypto.randomUUID(), {
                event: "withdrawn",
                at: now.toISOString(),
              }),
            ],
          }
        : given;
    }),
  },
  {
    id: "entry-for-other-purpose",
    sentence: "Every entry is of the first purpose",
    plant: tellsRecord(() => ({ purpose: "crash-reports" })),
  },
  {
    id: "entry-of-unknown-purpose",
    sentence: "An entry names its purpose by its title",
    plant: tellsRecord(() => ({ purpose: "Crash reports" })),
  },
  {
    id: "refused-write-recorded",
    sentence: "A grant that was turned down is written down",
    plant: () => ({
      front: async (hop) => {
        const answer = await hop.pass();
        if (is.put(hop) && answer.status === 412)
          hop.store.changeNow(hop.path.split("/")[2] ?? "", ({ now }) => ({
            result: undefined,
            append: [
              newDecisionEntry(crypto.randomUUID(), {
                event: "refused",
                at: now.toISOString(),
              }),
            ],
          }));
        return answer;
      },
    }),
  },
];
