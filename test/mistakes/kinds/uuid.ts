import { nilUuid } from "../../../src/policy/index.ts";
import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  change,
  front,
  type Loose,
  type Plant,
  tells,
  tellsActivity,
  tellsEntry,
} from "../world/faults.ts";
import { all, is, type Where } from "../world/hop.ts";

const fixed = "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90";
const statistics: Where = ({ path }) => path.includes("server-statistics");

/** Remembers every UUID that the panel told, newest last. */
const remembers =
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

/** Adds something that holds the UUID of before to successful JSON. */
const leaks = (where: Where, to: (body: Loose, uuid: string) => Loose): Plant =>
  remembers(async (uuids, hop) => {
    const answer = await hop.pass();
    const uuid = uuids.at(-1);
    if (!where(hop) || !uuid || answer.status >= 300 || hop.method === "HEAD")
      return answer;
    return altered(answer, {
      text: (text) => JSON.stringify(to(JSON.parse(text), uuid)),
    });
  });

const forgets = (isForgotten: (state: Loose) => boolean): Plant =>
  change(({ forget, ...rest }) => ({
    ...rest,
    ...(forget && isForgotten(rest.state) ? { forget } : {}),
  }));

const deletions = (to: (list: Loose[], purpose: Loose) => Loose[]): Plant =>
  tellsActivity((activity, purpose) => ({ deletions: to(activity.deletions, purpose) }));

const state = (to: (state: Loose, before: Loose, purpose: string) => Loose): Plant =>
  change((given, snapshot, purpose) =>
    given.state ? { ...given, state: to(given.state, snapshot.state, purpose) } : given,
  );

export const uuidMistakes: KindOfMistakes = {
  kind: "uuid",
  mistakes: [
    {
      id: "bodies-keep-uuid",
      sentence: "Bodies that hold the UUID are kept after a withdrawal",
      plant: forgets(() => false),
    },
    {
      id: "agreed-keep-uuid",
      sentence: "Agreed bytes that hold the UUID are kept after a withdrawal",
      plant: change(({ append, ...rest }) => ({
        ...rest,
        ...(append && { append: append.map(({ uuid: _uuid, ...entry }) => entry) }),
      })),
    },
    {
      id: "sent-keep-uuid",
      sentence: "Bodies of reports are kept after a withdrawal",
      plant: change(({ begin, ...rest }) => ({
        ...rest,
        ...(begin && {
          begin: { ...begin, entry: (({ uuid: _uuid, ...entry }) => entry)(begin.entry) },
        }),
      })),
    },
    {
      id: "erasure-keeps-uuid",
      sentence: "The body of a request to erase is kept after it was done",
      plant: change((given, { items }) => {
        const { begin } = given;
        const isErasure =
          begin &&
          items.some(
            (item) => item.id === begin.item && (item.data as Loose).kind === "erasure",
          );
        return isErasure && begin
          ? {
              ...given,
              begin: {
                ...begin,
                entry: (({ uuid: _uuid, ...entry }) => entry)(begin.entry),
              },
            }
          : given;
      }),
    },
    {
      id: "bytes-kept-until-confirmed",
      sentence: "Bodies that hold the UUID go only when the vendor has answered",
      plant: change((given, snapshot) => {
        const before: Loose = snapshot.state;
        const after: Loose = given.state;
        const isWithdrawal = before?.pseudonym && after && !after.pseudonym;
        const { forget: _forget, ...rest } = given;
        return isWithdrawal ? rest : given;
      }),
    },
    {
      id: "deletion-id-is-uuid",
      sentence: "The id of a deletion is the UUID",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        if (!is.purposes(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        return altered(answer, {
          text: (text) => {
            const body: Loose = JSON.parse(text);
            for (const purpose of Object.values<Loose>(body.purposes))
              purpose.activity.deletions = purpose.activity.deletions.map(
                (one: Loose, at: number, list: Loose[]) => ({
                  ...one,
                  id: uuids[list.length - 1 - at] ?? one.id,
                }),
              );
            return JSON.stringify(body);
          },
        });
      }),
    },
    {
      id: "uuid-in-url",
      sentence: "The URL of an attempt holds the UUID",
      plant: leaks(is.log, (page, uuid) => ({
        ...page,
        entries: page.entries.map((one: Loose) => ({
          ...one,
          url: `${one.url}?id=${uuid}`,
        })),
      })),
    },
    {
      id: "uuid-in-transport",
      sentence: "The URL of the transport holds the UUID",
      plant: leaks(is.purposes, (body, uuid) => {
        for (const one of Object.values<Loose>(body.purposes))
          if (one.transport) one.transport.url = `${one.transport.url}/${uuid}`;
        return body;
      }),
    },
    {
      id: "uuid-in-transport-headers",
      sentence: "A header of what is sent holds the UUID",
      plant: leaks(is.purposes, (body, uuid) => {
        for (const one of Object.values<Loose>(body.purposes))
          if (one.transport)
            one.transport.headers = { ...one.transport.headers, "X-Server": uuid };
        return body;
      }),
    },
    {
      id: "uuid-in-header",
      sentence: "A header of an answer holds the UUID",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        return is.purposes(hop) && uuids.length > 0
          ? altered(answer, { headers: { "X-Pseudonym": uuids.at(-1) ?? "" } })
          : answer;
      }),
    },
    {
      id: "uuid-in-tag",
      sentence: "The tag of the payload is the UUID",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        return is.payload(hop) && statistics(hop) && uuids.length > 0
          ? altered(answer, { headers: { ETag: `"${uuids.at(-1)}"` } })
          : answer;
      }),
    },
    {
      id: "uuid-in-receipt",
      sentence: "A receipt tells the UUID",
      plant: leaks(is.receipt, (body, uuid) => ({ ...body, "kt:pseudonym": uuid })),
    },
    {
      id: "uuid-as-receipt",
      sentence: "The subject of a receipt is the UUID",
      plant: leaks(is.receipt, (body, uuid) => ({
        ...body,
        "dpv:hasDataSubject": { "@id": `urn:uuid:${uuid}` },
      })),
    },
    {
      id: "uuid-in-history",
      sentence: "An entry of the history tells the UUID",
      plant: leaks(is.history, (page, uuid) => ({
        ...page,
        entries: page.entries.map((one: Loose) => ({ ...one, pseudonym: uuid })),
      })),
    },
    {
      id: "uuid-in-chain",
      sentence: "An event of the chain tells the UUID",
      plant: change((given, snapshot) => {
        const pseudonym = (snapshot.state as Loose)?.pseudonym;
        return pseudonym && given.append
          ? {
              ...given,
              append: given.append.map((entry) => ({
                ...entry,
                data: { ...(entry.data as Loose), pseudonym },
              })),
            }
          : given;
      }),
    },
    {
      id: "uuid-in-decision",
      sentence: "The decision tells the UUID after the withdrawal",
      plant: leaks(is.decision, (body, uuid) =>
        body.status === "withdrawn" ? { ...body, pseudonym: uuid } : body,
      ),
    },
    {
      id: "uuid-in-delete",
      sentence: "The answer to a withdrawal tells the UUID that it took away",
      plant: leaks(is.remove, (body, uuid) => ({ ...body, erased: uuid })),
    },
    {
      id: "uuid-in-problem",
      sentence: "A problem tells the UUID that is gone",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        if (answer.status !== 410 || uuids.length === 0) return answer;
        return altered(answer, {
          text: (text) =>
            JSON.stringify({
              ...JSON.parse(text),
              detail: `The bytes of ${uuids.join(", ")} are deleted.`,
            }),
        });
      }),
    },
    {
      id: "uuid-after-withdrawal",
      sentence: "The pseudonym is told until the vendor has deleted",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        if (!is.purposes(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        return altered(answer, {
          text: (text) => {
            const body: Loose = JSON.parse(text);
            const own = body.purposes["server-statistics"];
            if (own.decision.status === "withdrawn")
              own.activity.pseudonym = uuids.at(-1) ?? null;
            return JSON.stringify(body);
          },
        });
      }),
    },
    {
      id: "payload-uuid-after-withdrawal",
      sentence: "The payload holds the UUID after a withdrawal",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        const uuid = uuids.at(-1);
        return is.payload(hop) && uuid
          ? altered(answer, { text: (text) => text.replace(nilUuid, uuid) })
          : answer;
      }),
    },
    {
      id: "payload-nil-while-granted",
      sentence: "The payload holds the nil UUID while consent is given",
      plant: remembers(async (uuids, hop) => {
        const answer = await hop.pass();
        return is.payload(hop) && answer.status === 200
          ? altered(answer, {
              text: (text) =>
                uuids.reduce((whole, uuid) => whole.replaceAll(uuid, nilUuid), text),
            })
          : answer;
      }),
    },
    {
      id: "payload-uuid-before",
      sentence: "The payload holds a UUID before consent",
      plant: answers(all(is.payload, is.get), {
        text: (text) => text.replace(nilUuid, fixed),
      }),
    },
    {
      id: "uuid-before-consent",
      sentence: "There is a pseudonym before consent",
      plant: tellsActivity((activity, purpose) =>
        purpose.decision.status === "undecided" ? { pseudonym: fixed } : activity,
      ),
    },
    {
      id: "uuid-at-refusal",
      sentence: "A refusal makes a pseudonym",
      plant: tellsActivity((activity, purpose) =>
        purpose.decision.status === "refused" ? { pseudonym: fixed } : activity,
      ),
    },
    {
      id: "uuid-for-anonymous",
      sentence: "A purpose without a pseudonym has one",
      plant: tellsActivity((activity, purpose) =>
        purpose.decision.status === "granted" && !activity.pseudonym
          ? { pseudonym: fixed }
          : activity,
      ),
    },
    {
      id: "same-uuid-again",
      sentence: "Consent given after a withdrawal works under the same UUID",
      plant: state((after, _before, purpose) =>
        after.pseudonym && purpose === "server-statistics"
          ? { ...after, pseudonym: fixed }
          : after,
      ),
    },
    {
      id: "uuid-of-machine",
      sentence: "The UUID is made from the machine, in version 5",
      plant: state((after, _before, purpose) =>
        after.pseudonym && purpose === "server-statistics"
          ? { ...after, pseudonym: "3b1f0e54-8f0d-5a57-9d0e-6c2f5b1a7e90" }
          : after,
      ),
    },
    {
      id: "uuid-of-time",
      sentence: "The UUID is made from time and address, in version 1",
      plant: state((after, before) =>
        after.pseudonym && !before?.pseudonym
          ? { ...after, pseudonym: after.pseudonym.replace(/-4/, "-1") }
          : after,
      ),
    },
    {
      id: "uuid-renewed",
      sentence: "Consent given again makes another UUID",
      plant: state((after, before) =>
        after.pseudonym &&
        before?.pseudonym &&
        after.decision.sequence !== before.decision.sequence
          ? { ...after, pseudonym: crypto.randomUUID() }
          : after,
      ),
    },
    {
      id: "uuid-counts",
      sentence: "The next UUID follows from the last one",
      plant: () => {
        let count = 0;
        return state((after, before) => {
          if (!after.pseudonym || before?.pseudonym) return after;
          count += 1;
          return {
            ...after,
            pseudonym: `3b1f0e54-8f0d-4a57-9d0e-${count.toString(16).padStart(12, "0")}`,
          };
        })();
      },
    },
    {
      id: "no-erasure",
      sentence: "The vendor is not asked to erase",
      plant: change((given, snapshot) => {
        const before: Loose = snapshot.state;
        const after: Loose = given.state;
        if (!before?.pseudonym || !after || after.pseudonym) return given;
        const { put: _put, ...rest } = given;
        return {
          ...rest,
          state: { ...after, deletions: before.deletions },
          append: (given.append ?? []).filter(
            (entry) => (entry.data as Loose).event !== "deletion-requested",
          ),
        };
      }),
    },
    {
      id: "deletions-untold",
      sentence: "Deletions are not told",
      plant: deletions(() => []),
    },
    {
      id: "deletions-told-while-open",
      sentence: "A deletion is told only until it is confirmed",
      plant: deletions((list) => list.filter((one) => one.state !== "confirmed")),
    },
    {
      id: "deletions-lost",
      sentence: "A second withdrawal makes the panel forget the first deletion",
      plant: deletions((list) => list.slice(0, 1)),
    },
    {
      id: "deletions-lost-by-grant",
      sentence: "Consent given again makes the panel forget the deletions",
      plant: deletions((list, purpose) =>
        purpose.decision.status === "granted" ? [] : list,
      ),
    },
    {
      id: "deletion-without-history",
      sentence: "A deletion has no entry in the history",
      plant: tells(is.history, (page) => ({
        ...page,
        entries: page.entries.filter((one: Loose) => !one.event.startsWith("deletion")),
      })),
    },
    {
      id: "erasure-body-of-log",
      sentence: "The log tells the UUID of a request to erase",
      plant: leaks(is.log, (page, uuid) => ({
        ...page,
        entries: page.entries.map((one: Loose) =>
          one.kind === "erasure" ? { ...one, erases: uuid } : one,
        ),
      })),
    },
    {
      id: "uuid-in-capitals",
      sentence: "The payload writes the UUID in capitals",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.payload(hop)
          ? altered(answer, {
              text: (text) =>
                text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (uuid) => uuid.toUpperCase()),
            })
          : answer;
      }),
    },
    {
      id: "deletion-with-uuid",
      sentence: "A deletion tells its UUID",
      plant: leaks(is.purposes, (body, uuid) => {
        for (const one of Object.values<Loose>(body.purposes))
          one.activity.deletions = one.activity.deletions.map((deletion: Loose) => ({
            ...deletion,
            pseudonym: uuid,
          }));
        return body;
      }),
    },
    {
      id: "entry-says-nothing-of-uuid",
      sentence: "The history says that bytes are gone, and serves them",
      plant: tellsEntry(is.history, (entry) =>
        entry.payload === "kept" ? { payload: "deleted" } : entry,
      ),
    },
  ],
};
