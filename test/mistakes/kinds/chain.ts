import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  change,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tells,
  tellsEntry,
} from "../world/faults.ts";
import { all, any, is, type Where } from "../world/hop.ts";

const events = (to: (event: Loose, at: number) => Loose): Plant =>
  tells(is.chain, (page) => ({
    ...page,
    events: page.events.map((one: Loose, at: number) => ({ ...one, ...to(one, at) })),
  }));
const wrong = `sha-256=:${"A".repeat(43)}=:`;
const bad: Where = ({ query }) =>
  [...query].some(
    ([name, value]) => ["after", "upTo"].includes(name) && !/^\d{1,15}$/.test(value),
  );
const ofStore = (to: (store: Loose) => Loose): Plant =>
  tells(is.purposes, (body) => ({
    ...body,
    store: { ...body.store, ...to(body.store) },
  }));

export const chainMistakes: KindOfMistakes = {
  kind: "chain",
  mistakes: [
    {
      id: "head-not-chained",
      sentence: "The head of an event is its own digest",
      plant: events((one) => ({ head: one.digest })),
    },
    {
      id: "digest-of-nothing",
      sentence: "The digest of an event is not that of the event",
      plant: events(() => ({ digest: wrong })),
    },
    {
      id: "event-rewritten",
      sentence: "An event says another time than it was made with",
      plant: events((one, at) =>
        at === 0
          ? {
              event: {
                ...one.event,
                data: { ...one.event.data, at: "2024-01-01T00:00:00.000Z" },
              },
            }
          : {},
      ),
    },
    {
      id: "event-missing",
      sentence: "An event is missing",
      plant: tells(is.chain, (page) => ({
        ...page,
        events: page.events.filter((_one: Loose, at: number) => at !== 1),
      })),
    },
    {
      id: "numbers-from-zero",
      sentence: "The numbers of the chain begin with 0",
      plant: events((one) => ({ number: one.number - 1 })),
    },
    {
      id: "numbers-of-page",
      sentence: "The numbers of the chain begin anew on each page",
      plant: events((_one, at) => ({ number: at + 1 })),
    },
    {
      id: "chain-newest-first",
      sentence: "The chain is told newest first",
      plant: tells(is.chain, (page) => ({ ...page, events: page.events.toReversed() })),
    },
    {
      id: "chain-without-log",
      sentence: "The chain has the history alone",
      plant: tells(is.chain, (page) => ({
        ...page,
        events: page.events.filter((one: Loose) => one.event.log === "decision"),
      })),
    },
    {
      id: "chain-without-ends",
      sentence: "The chain has no ends of attempts",
      plant: tells(is.chain, (page) => ({
        ...page,
        events: page.events.filter((one: Loose) => one.event.ends === null),
      })),
    },
    {
      id: "up-to-ignored",
      sentence: "upTo is not looked at",
      plant: takes(
        all(is.chain, ({ query }) => query.has("upTo")),
        (hop) => ({
          path: `/log${hop.query.has("after") ? `?after=${hop.query.get("after")}` : ""}`,
        }),
      ),
    },
    {
      id: "up-to-now",
      sentence: "upTo of an answer is another than its last page has",
      plant: tells(is.chain, (page) => ({ ...page, upTo: page.upTo + 5 })),
    },
    {
      id: "after-ignored",
      sentence: "after is not looked at in the chain",
      plant: takes(
        all(is.chain, ({ query }) => query.has("after")),
        { path: "/log" },
      ),
    },
    {
      id: "after-included",
      sentence: "after is told once more in the chain",
      plant: takes(
        all(is.chain, ({ query }) => /^[1-9]\d*$/.test(query.get("after") ?? "")),
        (hop) => ({
          path: `/log?after=${Number(hop.query.get("after")) - 1}${hop.query.has("upTo") ? `&upTo=${hop.query.get("upTo")}` : ""}`,
        }),
      ),
    },
    {
      id: "chain-bad-cursor",
      sentence: "A cursor of the chain that is none is taken for the first page",
      plant: takes(all(is.chain, bad), { path: "/log" }),
    },
    {
      id: "chain-ends-early",
      sentence: "The chain ends after its first page",
      plant: tells(is.chain, (page) => ({ ...page, next: null })),
    },
    {
      id: "chain-salts-missing",
      sentence: "The chain tells no salt while the name is told",
      plant: events(() => ({ salt: null })),
    },
    {
      id: "chain-names-in-plain",
      sentence: "The chain tells names in plain",
      plant: events((one) => ({
        event: { ...one.event, data: { ...one.event.data, by: "Admin" } },
      })),
    },
    {
      id: "chain-of-other-name",
      sentence: "The name in an event is the digest of another",
      plant: events((one) =>
        one.event.name ? { event: { ...one.event, name: wrong } } : {},
      ),
    },
    {
      id: "chain-name-unsalted",
      sentence: "Names stand under the same salt",
      plant: events((one) => (one.salt ? { salt: "salt" } : {})),
    },
    {
      id: "place-of-other",
      sentence: "An entry of the history has another head than its event",
      plant: tellsEntry(is.history, () => ({ head: wrong })),
    },
    {
      id: "place-number-of-list",
      sentence: "The number of an entry is its place in the list",
      plant: tellsEntry(is.history, (_one, at) => ({ number: at + 1 })),
    },
    {
      id: "log-place-of-other",
      sentence: "An attempt has another head than its event",
      plant: tellsEntry(is.log, () => ({ head: wrong })),
    },
    {
      id: "store-head-behind",
      sentence: "The head of the store is not that of the last event",
      plant: ofStore(() => ({ head: wrong })),
    },
    {
      id: "store-number-behind",
      sentence: "The number of the store is not that of the last event",
      plant: ofStore((store) => ({
        number: store.number ? Math.max(1, store.number - 1) : store.number,
      })),
    },
    {
      id: "half-a-chain",
      sentence: "Entries have numbers and there is no chain",
      plant: says(is.chain, () => problem("not-found")),
    },
    {
      id: "history-rewritten",
      sentence: "The history tells another time than its event",
      plant: tellsEntry(is.history, (one) => ({
        at: new Date(Date.parse(one.at) - 86_400_000).toISOString(),
      })),
    },
    {
      id: "history-digest-rewritten",
      sentence: "The history tells another text than its event",
      plant: tellsEntry(is.history, (one) =>
        one.textDigest ? { textDigest: wrong } : {},
      ),
    },
    {
      id: "log-rewritten",
      sentence: "The log tells another outcome than its event",
      plant: tellsEntry(is.log, (one) => ({
        status: one.status === 202 ? 201 : one.status,
      })),
    },
    {
      id: "chain-of-bytes",
      sentence: "Events hold the bytes that were agreed to",
      plant: change((given) => ({
        ...given,
        ...(given.append && {
          append: given.append.map((entry) =>
            entry.bytes
              ? {
                  ...entry,
                  data: {
                    ...(entry.data as Loose),
                    bytes: new TextDecoder().decode(entry.bytes),
                  },
                }
              : entry,
          ),
        }),
      })),
    },
    {
      id: "chain-page-long",
      sentence: "A page of the chain has more than fifty events",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.chain(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        const page: Loose = await answer.clone().json();
        if (page.next === null) return answer;
        const rest: Loose = await (
          await hop.pass({
            path: `/log?after=${page.next}&upTo=${page.upTo}`,
            headers: { "If-None-Match": null },
          })
        ).json();
        return altered(answer, {
          text: () =>
            JSON.stringify({
              events: [...page.events, ...rest.events],
              upTo: page.upTo,
              next: rest.next,
            }),
        });
      }),
    },
    {
      id: "chain-migrated",
      sentence: "Every event is said to be older than the chain",
      plant: events((one) => ({ event: { ...one.event, migrated: true } })),
    },
    {
      id: "chain-stored",
      sentence: "The chain is another for another viewer",
      plant: tells(
        all(
          is.chain,
          ({ headers }) => headers.get("Cookie")?.includes("auditor") ?? false,
        ),
        (page) => ({
          ...page,
          events: page.events.filter((one: Loose) => one.event.name === null),
        }),
      ),
    },
    {
      id: "chain-cursor-fails",
      sentence: "A cursor of the chain that is none fails with 500",
      plant: says(all(any(is.chain), bad), () => problem("internal-error")),
    },
  ],
};
