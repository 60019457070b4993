import { altered, front, problem, says, takes, tells } from "../../faultyPanel/faults.ts";
import { all, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isList } from "./tellsEntries.ts";

const badCursor: Where = ({ query }) =>
  query.has("after") && !/^\d{1,15}$/.test(query.get("after") ?? "");

/** A cursor that was never given is taken. */
export const cursors: readonly Mistake[] = [
  {
    id: "bad-cursor-taken",
    sentence: "A cursor that is none is taken for the first page",
    plant: takes(all(isList, badCursor), (hop) => ({ path: hop.path })),
  },
  {
    id: "bad-cursor-of-log",
    sentence: "A cursor that is none is taken for the first page of the log",
    plant: takes(all(is.log, badCursor), (hop) => ({ path: hop.path })),
  },
  {
    id: "bad-cursor-fails",
    sentence: "A cursor that is none fails with 500",
    plant: says(all(isList, badCursor), () => problem("internal-error")),
  },
  {
    id: "bad-cursor-not-found",
    sentence: "A cursor that is none is not found",
    plant: says(all(isList, badCursor), () => problem("not-found")),
  },
  {
    id: "bad-cursor-empty",
    sentence: "A cursor that is none has an empty page",
    plant: front(async (hop) =>
      all(isList, badCursor)(hop)
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
      all(isList, ({ query }) => /^-\d+$/.test(query.get("after") ?? "")),
      (hop) => ({ path: hop.path }),
    ),
  },
  {
    id: "cursor-as-number",
    sentence: "next is a number",
    plant: tells(is.history, (page) => ({
      ...page,
      next: page.next === null ? 0 : Number(page.next),
    })),
  },
];
