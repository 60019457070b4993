import {
  altered,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tells,
} from "../../faultyPanel/faults.ts";
import { jsonNow } from "../../faultyPanel/readNow.ts";
import { all, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isList, tellsEntries } from "./tellsEntries.ts";

/** Pages by counting entries from the newest. */
const byOffset = (where: Where): Plant =>
  front(async (hop) => {
    if (!where(hop) || hop.method !== "GET") return hop.pass();
    const offset = hop.query.get("after");
    if (offset !== null && !/^\d+$/.test(offset)) return hop.pass();
    const all_: Loose[] = [];
    let next: string | null = "";
    let last: Response | undefined;
    while (next !== null) {
      last = await hop.pass({
        path: `${hop.path}${next ? `?after=${next}` : ""}`,
        headers: { "If-None-Match": null },
      });
      if (last.status !== 200) return last;
      const page: Loose = await last.clone().json();
      all_.push(...page.entries);
      next = page.next;
    }
    const from = Number(offset ?? 0);
    const shown = all_.slice(from, from + 50);
    const more = all_.length > from + 50 ? String(from + 50) : null;
    return last
      ? altered(last, { text: () => JSON.stringify({ entries: shown, next: more }) })
      : hop.pass();
  });

/** A page leaves an entry out, or tells it twice. */
export const pages: readonly Mistake[] = [
  {
    id: "history-drops-one",
    sentence: "The history leaves one entry out",
    plant: tellsEntries(is.history, (list) => list.filter((_one, at) => at !== 1)),
  },
  {
    id: "log-drops-one",
    sentence: "The log leaves one attempt out",
    plant: tellsEntries(is.log, (list) => list.filter((_one, at) => at !== 1)),
  },
  {
    id: "history-newest-missing",
    sentence: "The history leaves the newest entry out",
    plant: tellsEntries(is.history, (list) => list.slice(1)),
  },
  {
    id: "history-of-one-purpose",
    sentence: "The history tells of the first purpose alone",
    plant: tellsEntries(is.history, (list) =>
      list.filter((one) => one.purpose === "crash-reports"),
    ),
  },
  {
    id: "history-of-own",
    sentence: "The history tells each person her own decisions alone",
    plant: tells(is.history, (page, hop) => ({
      ...page,
      entries: page.entries.filter(
        (one: Loose) => !one.by || `session=${one.by.id}` === hop.headers.get("Cookie"),
      ),
    })),
  },
  {
    id: "page-boundary",
    sentence: "The entry between two pages is on none",
    plant: tells(is.history, (page) =>
      page.next ? { ...page, entries: page.entries.slice(0, -1) } : page,
    ),
  },
  {
    id: "page-repeats",
    sentence: "The entry between two pages is on both",
    plant: takes(
      all(is.history, ({ query }) => /^\d+$/.test(query.get("after") ?? "")),
      (hop) => ({ path: `/decisions?after=${Number(hop.query.get("after")) + 1}` }),
    ),
  },
  {
    id: "second-page-hidden",
    sentence: "The history ends after the first page",
    plant: tells(is.history, (page) => ({ ...page, next: null })),
  },
  {
    id: "second-page-missing",
    sentence: "The second page is not found",
    plant: says(
      all(isList, ({ query }) => /^\d+$/.test(query.get("after") ?? "")),
      () => problem("not-found"),
    ),
  },
  {
    id: "history-by-offset",
    sentence: "The history is paged by an offset",
    plant: byOffset(is.history),
  },
  {
    id: "cursor-ignored",
    sentence: "The cursor is not looked at",
    plant: takes(
      all(is.history, ({ query }) => query.has("after")),
      { path: "/decisions" },
    ),
  },
  {
    id: "history-never-ends",
    sentence: "The last page has a next one, which is empty",
    plant: tells(is.history, (page) => ({ ...page, next: page.next ?? "1" })),
  },
  {
    id: "page-of-hundred",
    sentence: "A page has more than fifty entries",
    plant: tells(is.history, async (page, hop) => {
      if (page.next === null) return page;
      const rest = await jsonNow(hop, `/decisions?after=${page.next}`);
      return { entries: [...page.entries, ...rest.entries], next: rest.next };
    }),
  },
];
