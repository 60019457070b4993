import { alteredJson, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";

/** Remembers every UUID that the panel told, newest last. */
export const remembersUuid =
  (
    fault: (
      uuids: readonly string[],
      hop: Parameters<NonNullable<ReturnType<Plant>["front"]>>[0],
    ) => Promise<Response>,
  ): Plant =>
  () => {
    const uuids: string[] = [];
    return {
      front: async (hop) => {
        const state: Loose = hop.store.readNow().purposes["server-statistics"]?.state;
        const now = state?.pseudonym;
        if (now && !uuids.includes(now)) uuids.push(now);
        return fault(uuids, hop);
      },
    };
  };

/** Changes the JSON of `GET /purposes` by every UUID that there was. */
export const tellsUuids = (to: (body: Loose, uuids: readonly string[]) => Loose): Plant =>
  remembersUuid(async (uuids, hop) => {
    const answer = await hop.pass();
    return is.purposes(hop) ? alteredJson(answer, (body) => to(body, uuids)) : answer;
  });
