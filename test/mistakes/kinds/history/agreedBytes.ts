import { change, type Loose } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsRecord } from "./tellsRecord.ts";

/** The bytes of a grant are lost, or said to be what they are not. */
export const agreedBytes: readonly Mistake[] = [
  {
    id: "payload-said-none",
    sentence: "Bytes that are kept are said to be none",
    plant: tellsRecord((one) => (one.payload === "kept" ? { payload: "none" } : {})),
  },
  {
    id: "payload-said-kept",
    sentence: "Bytes that are gone are said to be kept",
    plant: tellsRecord((one) => (one.payload === "deleted" ? { payload: "kept" } : {})),
  },
  {
    id: "payload-of-refusal",
    sentence: "A refusal is said to have bytes",
    plant: tellsRecord((one) => (one.event === "refused" ? { payload: "kept" } : {})),
  },
  {
    id: "agreed-bytes-lost",
    sentence: "The bytes that were agreed to are not kept",
    plant: change((given) => ({
      ...given,
      ...(given.append && {
        append: given.append.map(({ bytes: _bytes, ...one }) => one),
      }),
    })),
  },
  {
    id: "agreed-bytes-of-all-deleted",
    sentence: "Agreed bytes without a UUID go at a withdrawal too",
    plant: () => {
      const gone = new Set<string>();
      return {
        front: async (hop) => {
          const answer = await hop.pass();
          if (is.remove(hop) && answer.ok)
            for (const one of hop.store.pageNow("decision", 1000)) gone.add(one.id);
          if (
            is.agreed(hop) &&
            answer.status === 200 &&
            gone.has(hop.path.split("/")[2] ?? "")
          ) {
            const { problem } = await import("../../faultyPanel/faults.ts");
            return problem("gone");
          }
          if (!is.history(hop) || answer.status !== 200 || hop.method === "HEAD")
            return answer;
          const page: Loose = await answer.json();
          return new Response(
            JSON.stringify({
              ...page,
              entries: page.entries.map((one: Loose) =>
                one.payload === "kept" && gone.has(one.id)
                  ? { ...one, payload: "deleted" }
                  : one,
              ),
            }),
            { headers: answer.headers },
          );
        },
      };
    },
  },
  {
    id: "digest-goes-with-bytes",
    sentence: "The digest goes with the bytes",
    plant: tellsRecord((one) =>
      one.payload === "deleted" ? { payloadDigest: null, payload: "none" } : {},
    ),
  },
];
