import { altered, change, type Loose } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { leaksUuid } from "./leaksUuid.ts";
import { remembersUuid } from "./remembersUuid.ts";

/** The UUID stands in a receipt, an entry, a deletion or a problem. */
export const recordsAndProblems: readonly Mistake[] = [
  {
    id: "uuid-in-receipt",
    sentence: "A receipt tells the UUID",
    plant: leaksUuid(is.receipt, (body, uuid) => ({ ...body, "kt:pseudonym": uuid })),
  },
  {
    id: "uuid-as-receipt",
    sentence: "The subject of a receipt is the UUID",
    plant: leaksUuid(is.receipt, (body, uuid) => ({
      ...body,
      "dpv:hasDataSubject": { "@id": `urn:uuid:${uuid}` },
    })),
  },
  {
    id: "uuid-in-history",
    sentence: "An entry of the history tells the UUID",
    plant: leaksUuid(is.history, (page, uuid) => ({
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
    plant: leaksUuid(is.decision, (body, uuid) =>
      body.status === "withdrawn" ? { ...body, pseudonym: uuid } : body,
    ),
  },
  {
    id: "uuid-in-delete",
    sentence: "The answer to a withdrawal tells the UUID that it took away",
    plant: leaksUuid(is.remove, (body, uuid) => ({ ...body, erased: uuid })),
  },
  {
    id: "uuid-in-problem",
    sentence: "A problem tells the UUID that is gone",
    plant: remembersUuid(async (uuids, hop) => {
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
    id: "erasure-body-of-log",
    sentence: "The log tells the UUID of a request to erase",
    plant: leaksUuid(is.log, (page, uuid) => ({
      ...page,
      entries: page.entries.map((one: Loose) =>
        one.kind === "erasure" ? { ...one, erases: uuid } : one,
      ),
    })),
  },
  {
    id: "deletion-with-uuid",
    sentence: "A deletion tells its UUID",
    plant: leaksUuid(is.purposes, (body, uuid) => {
      for (const one of Object.values<Loose>(body.purposes))
        one.activity.deletions = one.activity.deletions.map((deletion: Loose) => ({
          ...deletion,
          pseudonym: uuid,
        }));
      return body;
    }),
  },
];
