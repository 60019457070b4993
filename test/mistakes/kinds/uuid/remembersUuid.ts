import type { Loose, Plant } from "../../faultyPanel/faults.ts";

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
