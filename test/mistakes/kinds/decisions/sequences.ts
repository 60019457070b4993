import { front, type Loose, takes, tellsPurpose } from "../../faultyPanel/faults.ts";
import { all, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { changesDecision } from "./changesDecision.ts";

/** The sequence counts what it must not, or not what it must. */
export const sequences: readonly Mistake[] = [
  {
    id: "sequence-from-zero",
    sentence: "The sequence begins anew after a withdrawal",
    plant: changesDecision((after, before) =>
      after.status === "withdrawn" && before.status === "granted" ? { sequence: 0 } : {},
    ),
  },
  {
    id: "sequence-stays-at-refusal",
    sentence: "A refusal does not count",
    plant: changesDecision((after, before) =>
      after.status === "refused" ? { sequence: before.sequence } : {},
    ),
  },
  {
    id: "sequence-behind-in-purposes",
    sentence: "The purposes tell the sequence of before",
    plant: tellsPurpose(({ decision }) => ({
      decision: { ...decision, sequence: Math.max(0, decision.sequence - 1) },
    })),
  },
  {
    id: "get-counts",
    sentence: "Reading a decision counts its sequence",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      const id = hop.path.split("/")[2] ?? "";
      if (is.decision(hop) && answer.status === 200)
        hop.store.changeNow(id, ({ state: now }) => {
          const data: Loose = now;
          return data
            ? {
                result: undefined,
                state: {
                  ...data,
                  decision: { ...data.decision, sequence: data.decision.sequence + 1 },
                },
              }
            : { result: undefined };
        });
      return answer;
    }),
  },
  {
    id: "head-withdraws",
    sentence: "HEAD of a decision withdraws",
    plant: takes(all(is.head, is.decision), {
      method: "DELETE",
      headers: { Origin: "http://panel.test" },
    }),
  },
];
