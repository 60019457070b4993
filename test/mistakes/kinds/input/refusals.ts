import { front, type Loose, problem } from "../../faultyPanel/faults.ts";
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
      const { texts }: Loose = await (
        await hop.pass({ method: "GET", path: "/policy", body: "" })
      ).json();
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
      const now = await hop.pass({
        method: "GET",
        body: "",
        headers: { "If-None-Match": null },
      });
      return hop.headers.get("If-Match") === null
        ? hop.pass()
        : hop.pass({ headers: { "If-Match": now.headers.get("ETag") } });
    }),
  },
];
