import { change, front, type Loose, problem } from "../../faultyPanel/faults.ts";
import { jsonNow } from "../../faultyPanel/readNow.ts";
import { asks, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { changesDecision } from "./changesDecision.ts";
import { tellsEverywhere } from "./tellsEverywhere.ts";

/** An act leads to another status than the table of states has. */
export const stateTable: readonly Mistake[] = [
  {
    id: "refused-as-withdrawn",
    sentence: "A refusal is told as a withdrawal",
    plant: tellsEverywhere(({ status }) =>
      status === "refused" ? { status: "withdrawn" } : {},
    ),
  },
  {
    id: "withdrawn-as-undecided",
    sentence: "A withdrawal leads back to undecided",
    plant: tellsEverywhere(({ status }) =>
      status === "withdrawn" ? { status: "undecided" } : {},
    ),
  },
  {
    id: "refused-after-withdrawn",
    sentence: "A refusal after a withdrawal makes it refused",
    plant: changesDecision((after, before) =>
      after.status === "withdrawn" &&
      before.status === "withdrawn" &&
      after.at !== before.at
        ? { status: "refused" }
        : {},
    ),
  },
  {
    id: "undecided-withdrawn",
    sentence: "A DELETE of what was never decided makes it withdrawn",
    plant: tellsEverywhere(({ status, sequence }) =>
      status === "undecided" && sequence > 0
        ? { status: "withdrawn", at: "2026-01-01T00:00:00.000Z" }
        : {},
    ),
  },
  {
    id: "refused-undone",
    sentence: "A DELETE of a refusal makes it withdrawn",
    plant: changesDecision((after, before) =>
      after.status === "refused" && before.status === "refused" && after.at === before.at
        ? { status: "withdrawn" }
        : {},
    ),
  },
  {
    id: "refusal-withdraws",
    sentence: "A refusal of given consent withdraws it",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return is.put(hop) && (await answer.clone().text()).includes("withdraw-instead")
        ? hop.pass({ method: "DELETE", body: "" })
        : answer;
    }),
  },
  {
    id: "refusal-ignored",
    sentence: "A refusal of given consent answers 200 and does nothing",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return is.put(hop) && (await answer.clone().text()).includes("withdraw-instead")
        ? hop.pass({ method: "GET", body: "" })
        : answer;
    }),
  },
  {
    id: "grant-again-conflict",
    sentence: "Consent that is given cannot be given again",
    plant: front(async (hop) => {
      if (!is.put(hop) || !asks("granted")(hop)) return hop.pass();
      const now: Loose = await jsonNow(hop);
      return now.status === "granted" &&
        hop.headers.get("If-Match") === `"${now.sequence}"`
        ? problem("decision-changed")
        : hop.pass();
    }),
  },
  {
    id: "grant-again-same",
    sentence: "Consent given again binds nothing anew",
    plant: change((given, snapshot) => {
      const after: Loose = given.state;
      const before: Loose = snapshot.state;
      return before?.decision?.status === "granted" &&
        after?.decision?.status === "granted" &&
        after.decision.sequence !== before.decision.sequence
        ? {}
        : given;
    }),
  },
  {
    id: "both-decided",
    sentence: "A decision on one purpose withdraws the other",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.remove(hop) || !answer.ok) return answer;
      const other = hop.path.includes("crash") ? "server-statistics" : "crash-reports";
      await hop.pass({ path: `/purposes/${other}/decision` });
      return answer;
    }),
  },
];
