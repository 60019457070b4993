import { front, says, takes } from "../../faultyPanel/faults.ts";
import { all, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const own = { Origin: "http://panel.test" };

const methodIs =
  (...methods: readonly string[]): Where =>
  ({ method }) =>
    methods.includes(method);

/** A method does what it must not. */
export const otherMethods: readonly Mistake[] = [
  {
    id: "patch-decides",
    sentence: "PATCH decides as PUT does",
    plant: takes(methodIs("PATCH"), { method: "PUT" }),
  },
  {
    id: "patch-answered",
    sentence: "PATCH of a decision answers 200",
    plant: says(
      all(methodIs("PATCH"), is.ofDecision),
      () => new Response("{}", { headers: { "Content-Type": "application/json" } }),
    ),
  },
  {
    id: "wrong-method-405",
    sentence: "A method that an address does not have is answered 405 with a page",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      const isWrong =
        answer.status === 404 &&
        ["PUT", "POST", "DELETE", "PATCH"].includes(hop.method) &&
        ["/purposes", "/decisions", "/transmissions", "/policy"].includes(hop.path);
      return isWrong
        ? new Response("<h1>405</h1>", {
            status: 405,
            headers: { "Content-Type": "text/html" },
          })
        : answer;
    }),
  },
  {
    id: "delete-history",
    sentence: "DELETE of the history answers 200",
    plant: says(
      all(methodIs("DELETE"), ({ path }) => path === "/decisions"),
      () => new Response("{}", { headers: { "Content-Type": "application/json" } }),
    ),
  },
  {
    id: "post-history",
    sentence: "POST to the history answers 200",
    plant: says(
      all(methodIs("POST"), ({ path }) => path === "/decisions"),
      () => new Response("{}", { headers: { "Content-Type": "application/json" } }),
    ),
  },
  {
    id: "put-payload",
    sentence: "PUT of a payload answers 200",
    plant: says(
      all(methodIs("PUT"), ({ path }) => path.endsWith("/payload")),
      () => new Response("{}", { headers: { "Content-Type": "application/json" } }),
    ),
  },
  {
    id: "delete-purpose",
    sentence: "DELETE of the purposes withdraws all",
    plant: front(async (hop) => {
      if (hop.method !== "DELETE" || hop.path !== "/purposes") return hop.pass();
      for (const id of ["crash-reports", "server-statistics"])
        await hop.pass({ path: `/purposes/${id}/decision` });
      return new Response("{}", { headers: { "Content-Type": "application/json" } });
    }),
  },
  {
    id: "override-by-header",
    sentence: "X-HTTP-Method-Override makes a withdrawal of a GET",
    plant: takes(
      ({ method, headers }) => method === "GET" && headers.has("X-HTTP-Method-Override"),
      (hop) => ({
        method: hop.headers.get("X-HTTP-Method-Override") ?? "GET",
        headers: own,
      }),
    ),
  },
  {
    id: "override-by-query",
    sentence: "?_method makes a withdrawal of a GET",
    plant: takes(
      ({ method, query }) => method === "GET" && query.has("_method"),
      (hop) => ({ method: hop.query.get("_method") ?? "GET", headers: own }),
    ),
  },
  {
    id: "decide-by-get",
    sentence: "A GET with ?decision=withdrawn withdraws",
    plant: takes(
      all(is.decision, ({ query }) => query.has("decision")),
      { method: "DELETE", headers: own },
    ),
  },
];
