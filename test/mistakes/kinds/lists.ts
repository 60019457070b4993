import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  change,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tells,
} from "../world/faults.ts";
import { all, any, is, type Where } from "../world/hop.ts";

const lists = any(is.history, is.log);

const entries = (where: Where, to: (entries: Loose[]) => Loose[]): Plant =>
  tells(where, (page) => ({ ...page, entries: to(page.entries) }));

const without = (event: string): Plant =>
  entries(is.history, (list) => list.filter((one) => one.event !== event));

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

const badCursor: Where = ({ query }) =>
  query.has("after") && !/^\d{1,15}$/.test(query.get("after") ?? "");

/** Leaves entries out as they are written. */
const unwritten = (event: string): Plant =>
  change(({ append, ...rest }) => ({
    ...rest,
    ...(append && {
      append: append.filter((entry) => (entry.data as Loose).event !== event),
    }),
  }));

export const listMistakes: KindOfMistakes = {
  kind: "lists",
  mistakes: [
    {
      id: "history-drops-one",
      sentence: "The history leaves one entry out",
      plant: entries(is.history, (list) => list.filter((_one, at) => at !== 1)),
    },
    {
      id: "log-drops-one",
      sentence: "The log leaves one attempt out",
      plant: entries(is.log, (list) => list.filter((_one, at) => at !== 1)),
    },
    {
      id: "history-newest-missing",
      sentence: "The history leaves the newest entry out",
      plant: entries(is.history, (list) => list.slice(1)),
    },
    {
      id: "history-of-one-purpose",
      sentence: "The history tells of the first purpose alone",
      plant: entries(is.history, (list) =>
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
        all(lists, ({ query }) => /^\d+$/.test(query.get("after") ?? "")),
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
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.history(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        const page: Loose = await answer.clone().json();
        if (page.next === null) return answer;
        const rest: Loose = await (
          await hop.pass({ path: `/decisions?after=${page.next}` })
        ).json();
        return altered(answer, {
          text: () =>
            JSON.stringify({
              entries: [...page.entries, ...rest.entries],
              next: rest.next,
            }),
        });
      }),
    },
    {
      id: "bad-cursor-taken",
      sentence: "A cursor that is none is taken for the first page",
      plant: takes(all(lists, badCursor), (hop) => ({ path: hop.path })),
    },
    {
      id: "bad-cursor-of-log",
      sentence: "A cursor that is none is taken for the first page of the log",
      plant: takes(all(is.log, badCursor), (hop) => ({ path: hop.path })),
    },
    {
      id: "bad-cursor-fails",
      sentence: "A cursor that is none fails with 500",
      plant: says(all(lists, badCursor), () => problem("internal-error")),
    },
    {
      id: "bad-cursor-not-found",
      sentence: "A cursor that is none is not found",
      plant: says(all(lists, badCursor), () => problem("not-found")),
    },
    {
      id: "bad-cursor-empty",
      sentence: "A cursor that is none has an empty page",
      plant: front(async (hop) =>
        all(lists, badCursor)(hop)
          ? altered(await hop.pass({ path: hop.path }), {
              text: () => '{"entries":[],"next":null}',
            })
          : hop.pass(),
      ),
    },
    {
      id: "negative-cursor-taken",
      sentence: "A negative cursor is taken",
      plant: takes(
        all(lists, ({ query }) => /^-\d+$/.test(query.get("after") ?? "")),
        (hop) => ({ path: hop.path }),
      ),
    },
    {
      id: "history-oldest-first",
      sentence: "The history tells the oldest first",
      plant: entries(is.history, (list) => list.toReversed()),
    },
    {
      id: "log-oldest-first",
      sentence: "The log tells the oldest first",
      plant: entries(is.log, (list) => list.toReversed()),
    },
    {
      id: "history-by-purpose",
      sentence: "The history is sorted by purpose, not by time",
      plant: entries(is.history, (list) =>
        list.toSorted((a, b) => a.purpose.localeCompare(b.purpose)),
      ),
    },
    {
      id: "refusals-untold",
      sentence: "The history tells of no refusal",
      plant: without("refused"),
    },
    {
      id: "refusals-unwritten",
      sentence: "A refusal is not written down",
      plant: unwritten("refused"),
    },
    {
      id: "withdrawals-untold",
      sentence: "The history tells of no withdrawal",
      plant: without("withdrawn"),
    },
    {
      id: "grants-untold",
      sentence: "The history tells of no consent that was given again",
      plant: entries(is.history, (list) =>
        list.filter(
          (one, at) =>
            one.event !== "granted" ||
            !list
              .slice(at + 1)
              .some(
                (older) => older.purpose === one.purpose && older.event === "granted",
              ),
        ),
      ),
    },
    {
      id: "requests-untold",
      sentence: "The history tells of no deletion that was asked for",
      plant: without("deletion-requested"),
    },
    {
      id: "confirmations-untold",
      sentence: "The history tells of no deletion that was confirmed",
      plant: without("deletion-confirmed"),
    },
    {
      id: "erasures-untold",
      sentence: "The log tells of no request to erase",
      plant: entries(is.log, (list) => list.filter((one) => one.kind !== "erasure")),
    },
    {
      id: "reports-untold",
      sentence: "The log tells of no report",
      plant: entries(is.log, (list) => list.filter((one) => one.kind !== "report")),
    },
    { id: "log-empty", sentence: "The log is empty", plant: entries(is.log, () => []) },
    {
      id: "log-absent",
      sentence: "There is no log",
      plant: says(is.log, () => problem("not-found")),
    },
    {
      id: "history-absent",
      sentence: "There is no history",
      plant: says(is.history, () => problem("not-found")),
    },
    {
      id: "list-as-array",
      sentence: "A list is an array",
      plant: tells(is.log, (page) => page.entries),
    },
    {
      id: "cursor-as-number",
      sentence: "next is a number",
      plant: tells(is.history, (page) => ({
        ...page,
        next: page.next === null ? 0 : Number(page.next),
      })),
    },
    {
      id: "lists-may-be-stored",
      sentence: "A list has no Cache-Control",
      plant: answers(lists, { headers: { "Cache-Control": null } }),
    },
  ],
};
