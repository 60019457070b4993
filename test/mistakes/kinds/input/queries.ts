import { problem, says } from "../../faultyPanel/faults.ts";
import { all, any, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** A query or an Accept that is not known changes the answer. */
export const queries: readonly Mistake[] = [
  {
    id: "fresh-refused",
    sentence: "A member of the query that is not known is turned down",
    plant: says(
      all(is.read, ({ query }) => query.has("fresh")),
      () => problem("malformed-body"),
    ),
  },
  {
    id: "fresh-shifts",
    sentence: "A list with a member of the query that is not known is not found",
    plant: says(
      all(any(is.history, is.log), ({ query }) =>
        [...query.keys()].some((name) => name !== "after"),
      ),
      () => problem("not-found"),
    ),
  },
  {
    id: "put-with-query-refused",
    sentence: "A decision with a query is not found",
    plant: says(
      all(is.ofDecision, is.read, ({ query }) => query.size > 0),
      () => problem("not-found"),
    ),
  },
  {
    id: "accept-decides",
    sentence: "A read that accepts only JSON-LD is turned down",
    plant: says(
      all(
        is.receipt,
        ({ headers }) => !/json|\*\/\*|^$/.test(headers.get("Accept") ?? ""),
      ),
      () => new Response("", { status: 406 }),
    ),
  },
];
