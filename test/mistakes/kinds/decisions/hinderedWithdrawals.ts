import { problem, says } from "../../faultyPanel/faults.ts";
import { readNow } from "../../faultyPanel/readNow.ts";
import { all, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** A withdrawal is lost, or harder than a grant. */
export const hinderedWithdrawals: readonly Mistake[] = [
  {
    id: "overtaken-grant",
    sentence: "A grant that a withdrawal overtook is taken",
    plant: () => {
      const last = new Map<string, string>();
      return {
        front: async (hop) => {
          const id = hop.path;
          if (is.remove(hop)) {
            const before = await readNow(hop);
            const answer = await hop.pass();
            if (answer.ok) last.set(id, before.headers.get("ETag") ?? "");
            return answer;
          }
          if (is.put(hop) && hop.headers.get("If-Match") === last.get(id)) {
            const now = await readNow(hop);
            return hop.pass({ headers: { "If-Match": now.headers.get("ETag") } });
          }
          return hop.pass();
        },
      };
    },
  },
  {
    id: "withdrawal-needs-tag",
    sentence: "A withdrawal needs If-Match",
    plant: says(
      all(is.remove, ({ headers }) => !headers.has("If-Match")),
      () => problem("precondition-required"),
    ),
  },
  {
    id: "withdrawal-stale",
    sentence: "A withdrawal with a stale If-Match is turned down",
    plant: says(
      all(
        is.remove,
        ({ headers }) => headers.get("If-Match")?.includes("stale") ?? false,
      ),
      () => problem("decision-changed"),
    ),
  },
  {
    id: "withdrawal-needs-body",
    sentence: "A withdrawal needs a body",
    plant: says(
      all(is.remove, ({ body }) => body === ""),
      () => problem("malformed-body"),
    ),
  },
  {
    id: "withdrawal-slow",
    sentence: "A withdrawal waits for the vendor for as long as it takes",
    plant: () => {
      let times = 0;
      return {
        front: async (hop) => {
          times += is.remove(hop) ? 1 : 0;
          if (is.remove(hop) && times === 3)
            await new Promise((resolve) => setTimeout(resolve, 5_400));
          return hop.pass();
        },
      };
    },
  },
];
