import { front, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import { type Hop, is } from "../../faultyPanel/requestHop.ts";
import { bodyOf } from "./acceptsBody.ts";

/** Changes members of a grant by PUT, or none, before the panel sees it. */
export const rewritesGrant = (
  to: (body: Loose, hop: Hop) => Promise<Loose | undefined>,
): Plant =>
  front(async (hop) => {
    const body = bodyOf(hop);
    if (!is.put(hop) || body?.decision !== "granted") return hop.pass();
    const changes = await to(body, hop);
    return changes
      ? hop.pass({ body: JSON.stringify({ ...body, ...changes }) })
      : hop.pass();
  });
