import { altered, change, front, type Loose, problem } from "../../faultyPanel/faults.ts";
import { jsonNow } from "../../faultyPanel/readNow.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { changesDecision } from "./changesDecision.ts";

const isAgain = (after: Loose, before: Loose) =>
  after.status === "withdrawn" && before.status === "withdrawn" && after.at === before.at;

/** A withdrawal is taken otherwise when it is repeated. */
export const repeatedWithdrawals: readonly Mistake[] = [
  {
    id: "second-delete-at",
    sentence: "A second DELETE moves the time of the withdrawal",
    plant: () => {
      let times = 0;
      return changesDecision((after, before) => {
        times += 1;
        return isAgain(after, before)
          ? { at: new Date(Date.parse(after.at) + times * 1000).toISOString() }
          : {};
      })();
    },
  },
  {
    id: "second-delete-gone",
    sentence: "A second DELETE is not found",
    plant: front(async (hop) => {
      if (!is.remove(hop)) return hop.pass();
      const now: Loose = await jsonNow(hop);
      return now.status === "withdrawn" ? problem("not-found") : hop.pass();
    }),
  },
  {
    id: "second-delete-conflict",
    sentence: "A DELETE with nothing to withdraw is a conflict",
    plant: front(async (hop) => {
      if (!is.remove(hop)) return hop.pass();
      const now: Loose = await jsonNow(hop);
      return now.status === "granted" || now.status === undefined
        ? hop.pass()
        : problem("decision-changed");
    }),
  },
  {
    id: "second-delete-same-tag",
    sentence: "A second DELETE has the same tag",
    plant: change((given, snapshot) => {
      const after: Loose = given.state;
      const before: Loose = snapshot.state;
      return before && after?.decision && isAgain(after.decision, before.decision)
        ? {}
        : given;
    }),
  },
  {
    id: "delete-tells-before",
    sentence: "The answer to a DELETE is the decision before",
    plant: front(async (hop) => {
      if (!is.remove(hop)) return hop.pass();
      const before: Loose = await jsonNow(hop);
      const answer = await hop.pass();
      return answer.ok ? altered(answer, { text: () => JSON.stringify(before) }) : answer;
    }),
  },
  {
    id: "put-tells-before",
    sentence: "The answer to a PUT is the decision before",
    plant: front(async (hop) => {
      if (!is.put(hop)) return hop.pass();
      const before: Loose = await jsonNow(hop);
      const answer = await hop.pass();
      return answer.ok ? altered(answer, { text: () => JSON.stringify(before) }) : answer;
    }),
  },
];
