import {
  answers,
  change,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tells,
} from "../faultyPanel/faults.ts";
import { is, type Where } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

/** Keeps the person of before in what is told, once a name was erased. */
const remembers =
  (where: Where, to: (body: Loose) => Loose): Plant =>
  () => {
    let isErased = false;
    return {
      front: async (hop) => {
        const answer = await hop.pass();
        if (is.eraseName(hop) && answer.ok) isErased = true;
        if (!isErased || !where(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        return new Response(JSON.stringify(to(await answer.json())), {
          headers: answer.headers,
        });
      },
    };
  };

const admin = { id: "admin", name: "Admin" };
const isActOf = (one: Loose) => ["granted", "refused", "withdrawn"].includes(one.event);

export const nameMistakes: KindOfMistakes = {
  kind: "names",
  mistakes: [
    {
      id: "name-not-erased",
      sentence: "Erasing a name answers 200 and does nothing",
      plant: () => ({ store: () => ({ eraseName: async () => {} }) }),
    },
    {
      id: "name-stays-in-history",
      sentence: "The history tells an erased name",
      plant: remembers(is.history, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose) =>
          isActOf(one) && !one.by ? { ...one, by: admin } : one,
        ),
      })),
    },
    {
      id: "id-stays-in-history",
      sentence: "The history tells the id of an erased name",
      plant: remembers(is.history, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose) =>
          isActOf(one) && !one.by ? { ...one, by: { id: "admin", name: "" } } : one,
        ),
      })),
    },
    {
      id: "name-stays-in-decision",
      sentence: "The decision tells an erased name",
      plant: remembers(is.decision, (decision) =>
        decision.by || decision.status === "undecided"
          ? decision
          : { ...decision, by: admin },
      ),
    },
    {
      id: "name-stays-in-purposes",
      sentence: "The purposes tell an erased name",
      plant: remembers(is.purposes, (body) => ({
        ...body,
        purposes: Object.fromEntries(
          Object.entries<Loose>(body.purposes).map(([id, one]) => [
            id,
            one.decision.by || one.decision.status === "undecided"
              ? one
              : { ...one, decision: { ...one.decision, by: admin } },
          ]),
        ),
      })),
    },
    {
      id: "name-stays-in-receipt",
      sentence: "A receipt tells an erased name",
      plant: remembers(is.receipt, (receipt) =>
        receipt["dpv:isIndicatedBy"] || receipt["kt:event"] === "deletion-confirmed"
          ? receipt
          : {
              ...receipt,
              "dpv:isIndicatedBy": {
                "@type": "dpv:Entity",
                "dpv:hasIdentifier": "admin",
                "dpv:hasName": "Admin",
              },
            },
      ),
    },
    {
      id: "salt-stays-in-chain",
      sentence: "The chain tells the salt of an erased name",
      plant: remembers(is.chain, (page) => ({
        ...page,
        events: page.events.map((one: Loose) =>
          one.event.name && !one.salt
            ? { ...one, salt: "00000000-0000-4000-8000-000000000001" }
            : one,
        ),
      })),
    },
    {
      id: "entries-go-with-name",
      sentence: "Entries go with the name of who made them",
      plant: remembers(is.history, (page) => ({
        ...page,
        entries: page.entries.filter((one: Loose) => !isActOf(one) || one.by),
      })),
    },
    {
      id: "erased-once",
      sentence: "A name that is erased already is not found",
      plant: () => {
        const erased = new Set<string>();
        return {
          front: async (hop) => {
            if (!is.eraseName(hop)) return hop.pass();
            if (erased.has(hop.path)) return problem("not-found");
            const answer = await hop.pass();
            if (answer.ok) erased.add(hop.path);
            return answer;
          },
        };
      },
    },
    {
      id: "unknown-name",
      sentence: "Somebody who never decided is not found",
      plant: front(async (hop) => {
        if (!is.eraseName(hop)) return hop.pass();
        const id = decodeURIComponent(hop.path.split("/")[2] ?? "");
        const isKnown = hop.store
          .pageNow("decision", 1000)
          .some((one) => one.by?.id === id);
        const answer = await hop.pass();
        return isKnown || !answer.ok ? answer : problem("not-found");
      }),
    },
    {
      id: "no-name-route",
      sentence: "A name cannot be erased",
      plant: says(is.eraseName, () => problem("not-found")),
    },
    {
      id: "name-no-content",
      sentence: "Erasing a name answers 204",
      plant: answers(is.eraseName, { status: 204 }),
    },
    {
      id: "name-of-all",
      sentence: "Erasing one name erases all",
      plant: () => ({
        store: (store) => ({
          eraseName: async (person) => {
            await store.eraseName(person);
            await store.eraseName("admin");
            await store.eraseName("admin2");
          },
        }),
      }),
    },
    {
      id: "name-withdraws",
      sentence: "Erasing a name withdraws what the person decided",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (is.eraseName(hop) && answer.ok)
          for (const id of ["crash-reports", "server-statistics"])
            await hop.pass({ path: `/purposes/${id}/decision` });
        return answer;
      }),
    },
    {
      id: "name-by-get",
      sentence: "A GET erases a name",
      plant: takes(
        ({ method, path }) => method === "GET" && /^\/people\/[^/]+\/name$/.test(path),
        { method: "DELETE", headers: { Origin: "http://panel.test" } },
      ),
    },
    {
      id: "name-kept-in-decision-log",
      sentence: "The history tells the IP address beside the name",
      plant: tells(is.history, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose) => ({
          ...one,
          by: one.by && { ...one.by, address: "192.0.2.7" },
        })),
      })),
    },
    {
      id: "agent-kept",
      sentence: "The decision tells the user agent of who decided",
      plant: tells(is.decision, (decision) => ({
        ...decision,
        userAgent: "Mozilla/5.0",
      })),
    },
    {
      id: "name-of-id",
      sentence: "Who decided is told by id alone",
      plant: change((given) => ({
        ...given,
        ...(given.append && {
          append: given.append.map((entry) =>
            entry.by ? { ...entry, by: { ...entry.by, name: entry.by.id } } : entry,
          ),
        }),
      })),
    },
  ],
};
