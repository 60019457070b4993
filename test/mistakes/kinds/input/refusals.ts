import { front, type Loose, problem } from "../../faultyPanel/faults.ts";
import { jsonNow, tagNow } from "../../faultyPanel/readNow.ts";
import { asks, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { bodyOf } from "./acceptsBody.ts";

/** A refusal is turned down that must be taken, or taken though it is stale. */
export const refusals: readonly Mistake[] = [
  {
    id: "refusal-of-old-text-refused",
    sentence: "A refusal of a text that is not the current one is turned down",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      if (!is.put(hop) || body?.decision !== "refused") return hop.pass();
      const { texts }: Loose = await jsonNow(hop, "/policy");
      return Object.values(texts).some((one: Loose) => one.digest === body.textDigest)
        ? hop.pass()
        : problem("policy-changed");
    }),
  },
  {
    id: "refusal-of-old-revision-refused",
    sentence: "A refusal of another revision is turned down",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      const isOther =
        is.put(hop) &&
        body?.decision === "refused" &&
        body.revision !== "2025-07-24" &&
        /^[\w.-]+$/.test(body.revision ?? " ");
      return isOther ? problem("policy-changed") : hop.pass();
    }),
  },
  {
    id: "refusal-in-grant",
    sentence: "A refusal that a grant overtook is taken",
    plant: front(async (hop) => {
      if (!is.put(hop) || !asks("refused")(hop)) return hop.pass();
      return hop.headers.get("If-Match") === null
        ? hop.pass()
        : hop.pass({ headers: { "If-Match": await tagNow(hop) } });
    }),
  },
];
