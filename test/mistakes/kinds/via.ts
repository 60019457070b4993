import { changeState } from "../faultyPanel/changeState.ts";
import { front, type Plant, takes, tells, tellsEntry } from "../faultyPanel/faults.ts";
import { all, any, is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const writes = any(is.put, is.remove, is.post);

const via = (as: string | null): Plant =>
  takes(writes, { headers: { "Klartext-Via": as } });

export const viaMistakes: KindOfMistakes = {
  kind: "via and seen",
  mistakes: [
    {
      id: "via-untold",
      sentence: "By which way a decision came is not told",
      plant: via(null),
    },
    {
      id: "via-always-page",
      sentence: "Every decision is said to come from the page",
      plant: via("page"),
    },
    {
      id: "via-invented",
      sentence: "A decision of which nobody said the way is said to come from the page",
      plant: takes(
        all(writes, ({ headers }) => !headers.has("Klartext-Via")),
        { headers: { "Klartext-Via": "page" } },
      ),
    },
    {
      id: "via-of-withdrawal",
      sentence: "By which way a withdrawal came is not told",
      plant: takes(is.remove, { headers: { "Klartext-Via": null } }),
    },
    {
      id: "via-of-refusal",
      sentence: "By which way a refusal came is not told",
      plant: takes((hop) => is.put(hop) && hop.body.includes("refused"), {
        headers: { "Klartext-Via": null },
      }),
    },
    {
      id: "via-lost-in-history",
      sentence: "The history does not tell by which way",
      plant: tellsEntry(is.history, () => ({ via: null })),
    },
    {
      id: "via-needed",
      sentence: "A decision needs Klartext-Via",
      plant: front(async (hop) =>
        is.put(hop) && !hop.headers.has("Klartext-Via")
          ? hop.pass({ body: "" })
          : hop.pass(),
      ),
    },
    {
      id: "via-unknown-kept",
      sentence: "Whatever Klartext-Via says is told",
      plant: front(async (hop) => {
        const given = hop.headers.get("Klartext-Via");
        const answer = await hop.pass();
        return writes(hop) &&
          answer.ok &&
          given &&
          !["page", "command", "file"].includes(given)
          ? new Response(JSON.stringify({ ...(await answer.json()), via: given }), {
              status: answer.status,
              headers: answer.headers,
            })
          : answer;
      }),
    },
    {
      id: "seen-kinds",
      sentence: "Consent to seen bytes is said to be to kinds alone",
      plant: changeState((after) =>
        after.decision.seen
          ? { ...after, decision: { ...after.decision, seen: "kinds" } }
          : after,
      ),
    },
    {
      id: "seen-untold",
      sentence: "What was seen is not told",
      plant: changeState((after) => ({
        ...after,
        decision: { ...after.decision, seen: null },
      })),
    },
    {
      id: "seen-of-refusal",
      sentence: "A refusal is said to be of seen bytes",
      plant: tells(any(is.decision, is.put), (decision) =>
        decision.status === "refused" ? { ...decision, seen: "bytes" } : decision,
      ),
    },
    {
      id: "seen-after-withdrawal",
      sentence: "A withdrawn decision still says what was seen",
      plant: changeState((after, before) =>
        after.decision.status === "withdrawn" && before?.decision.seen
          ? { ...after, decision: { ...after.decision, seen: before.decision.seen } }
          : after,
      ),
    },
    {
      id: "seen-lost-in-history",
      sentence: "The history does not tell what was seen",
      plant: tellsEntry(is.history, () => ({ seen: null })),
    },
  ],
};
