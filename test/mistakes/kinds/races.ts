import { altered, front, type Loose, problem } from "../faultyPanel/faults.ts";
import { jsonNow, tagNow } from "../faultyPanel/readNow.ts";
import { any, asks, is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const later = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms));

export const raceMistakes: KindOfMistakes = {
  kind: "races",
  mistakes: [
    {
      id: "tag-outside-transaction",
      sentence: "The tag is compared before the transaction, so that two writers win",
      plant: front(async (hop) => {
        if (!is.put(hop) || !hop.headers.has("If-Match")) return hop.pass();
        if ((await tagNow(hop)) !== hop.headers.get("If-Match")) return hop.pass();
        await later();
        return hop.pass({ headers: { "If-Match": await tagNow(hop) } });
      }),
    },
    {
      id: "grant-over-withdrawal",
      sentence: "A withdrawal that comes while a grant is written is lost",
      plant: () => {
        let granting = 0;
        return {
          front: async (hop) => {
            if (is.put(hop) && asks("granted")(hop)) {
              granting += 1;
              await later();
              const answer = await hop.pass();
              await later();
              granting -= 1;
              return answer;
            }
            if (is.remove(hop) && granting > 0) {
              const now: Loose = await jsonNow(hop);
              return new Response(JSON.stringify({ ...now, status: "withdrawn" }), {
                headers: {
                  "Content-Type": "application/json",
                  ETag: `"${now.sequence + 1}"`,
                  "Cache-Control": "no-store",
                },
              });
            }
            return hop.pass();
          },
        };
      },
    },
    {
      id: "grant-after-withdrawal",
      sentence: "A grant that a withdrawal overtook while it was read is written",
      plant: front(async (hop) => {
        const id = hop.path.split("/")[2] ?? "";
        const now = () => (hop.store.readNow().purposes[id]?.state as Loose)?.decision;
        const isAsked = is.put(hop) && asks("granted")(hop);
        if (!isAsked || hop.headers.get("If-Match") !== `"${now()?.sequence}"`)
          return hop.pass();
        await later();
        const { status, sequence } = now();
        return status === "withdrawn"
          ? hop.pass({ headers: { "If-Match": `"${sequence}"` } })
          : hop.pass();
      }),
    },
    {
      id: "deletes-share-tag",
      sentence: "Two DELETEs at once have the same tag",
      plant: () => {
        let busy: Promise<Response> | undefined;
        return {
          front: async (hop) => {
            if (!is.remove(hop)) return hop.pass();
            if (busy) return (await busy).clone();
            busy = later().then(() => hop.pass());
            const answer = await busy;
            busy = undefined;
            return answer.clone();
          },
        };
      },
    },
    {
      id: "deletes-collide",
      sentence: "One of two DELETEs at once fails",
      plant: () => {
        let busy = 0;
        return {
          front: async (hop) => {
            if (!is.remove(hop)) return hop.pass();
            if (busy > 0) return problem("store-unavailable");
            busy += 1;
            await later();
            const answer = await hop.pass();
            busy -= 1;
            return answer;
          },
        };
      },
    },
    {
      id: "writes-collide",
      sentence: "Decisions on two purposes at once collide",
      plant: () => {
        let busy = 0;
        return {
          front: async (hop) => {
            if (!any(is.put, is.remove)(hop)) return hop.pass();
            if (busy > 0) return problem("decision-changed");
            busy += 1;
            await later();
            const answer = await hop.pass();
            busy -= 1;
            return answer;
          },
        };
      },
    },
    {
      id: "reads-torn",
      sentence: "The purposes are told as of two moments",
      plant: () => {
        let before: Loose;
        return {
          front: async (hop) => {
            const answer = await hop.pass();
            if (!is.purposes(hop) || answer.status !== 200 || hop.method === "HEAD")
              return answer;
            const body: Loose = await answer.clone().json();
            const old = before ?? body;
            before = body;
            return altered(answer, {
              text: () =>
                JSON.stringify({
                  ...body,
                  purposes: Object.fromEntries(
                    Object.entries<Loose>(body.purposes).map(([id, one]) => [
                      id,
                      { ...one, activity: old.purposes[id].activity },
                    ]),
                  ),
                }),
            });
          },
        };
      },
    },
    {
      id: "read-your-writes",
      sentence: "A decision is read from a copy that lags behind",
      plant: () => {
        const old = new Map<string, { text: string; tag: string | null }>();
        return {
          front: async (hop) => {
            const answer = await hop.pass();
            if (!is.decision(hop) || answer.status !== 200 || hop.method === "HEAD")
              return answer;
            const text = await answer.clone().text();
            const before = old.get(hop.path);
            old.set(hop.path, { text, tag: answer.headers.get("ETag") });
            return before && before.text !== text
              ? altered(answer, {
                  text: () => before.text,
                  headers: { ETag: before.tag },
                })
              : answer;
          },
        };
      },
    },
    {
      id: "grants-recorded-twice",
      sentence: "Of two grants at once both are written down",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (is.put(hop) && answer.status === 412 && asks("granted")(hop)) {
          const id = hop.path.split("/")[2] ?? "";
          hop.store.changeNow(id, ({ now }) => ({
            result: undefined,
            append: [
              {
                id: crypto.randomUUID(),
                log: "decision" as const,
                data: {
                  event: "granted",
                  at: now.toISOString(),
                  revision: null,
                  language: null,
                  textDigest: null,
                  textKnown: true,
                  payloadDigest: null,
                  via: null,
                  seen: "bytes",
                  ended: null,
                },
              },
            ],
          }));
        }
        return answer;
      }),
    },
    {
      id: "last-write-wins",
      sentence: "Of two refusals at once the later wins",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (
          !is.put(hop) ||
          answer.status !== 412 ||
          !asks("refused")(hop) ||
          !/^"\d+"$/.test(hop.headers.get("If-Match") ?? "")
        )
          return answer;
        const now: Loose = await jsonNow(hop);
        const isRecent = `"${now.sequence - 1}"` === hop.headers.get("If-Match");
        return isRecent
          ? hop.pass({ headers: { "If-Match": `"${now.sequence}"` } })
          : answer;
      }),
    },
  ],
};
