import { altered, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import type { Where } from "../../faultyPanel/requestHop.ts";
import { remembersUuid } from "./remembersUuid.ts";

/** Adds something that holds the UUID of before to successful JSON. */
export const leaksUuid = (
  where: Where,
  to: (body: Loose, uuid: string) => Loose,
): Plant =>
  remembersUuid(async (uuids, hop) => {
    const answer = await hop.pass();
    const uuid = uuids.at(-1);
    if (!where(hop) || !uuid || answer.status >= 300 || hop.method === "HEAD")
      return answer;
    return altered(answer, {
      text: (text) => JSON.stringify(to(JSON.parse(text), uuid)),
    });
  });
