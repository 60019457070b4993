import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  front,
  type Plant,
  problem,
  says,
  takes,
} from "../world/faults.ts";
import { all, any, is, type Where } from "../world/hop.ts";

const noHead = (where: Where): Plant =>
  says(all(is.head, where), () => problem("not-found"));
const own = { Origin: "http://panel.test" };
const methodIs =
  (...methods: readonly string[]): Where =>
  ({ method }) =>
    methods.includes(method);

export const methodMistakes: KindOfMistakes = {
  kind: "methods",
  mistakes: [
    {
      id: "no-head-of-purposes",
      sentence: "HEAD of the purposes is not found",
      plant: noHead(is.purposes),
    },
    {
      id: "no-head-of-history",
      sentence: "HEAD of the history is not found",
      plant: noHead(is.history),
    },
    {
      id: "no-head-of-receipt",
      sentence: "HEAD of a receipt is not found",
      plant: noHead(is.receipt),
    },
    {
      id: "no-head-of-text",
      sentence: "HEAD of a text is not found",
      plant: noHead(is.text),
    },
    {
      id: "no-head-of-bytes",
      sentence: "HEAD of kept bytes is not found",
      plant: noHead(any(is.agreed, is.sent)),
    },
    {
      id: "no-head-of-log",
      sentence: "HEAD of the log is answered 405",
      plant: says(all(is.head, is.log), () => new Response(null, { status: 405 })),
    },
    {
      id: "no-head-of-chain",
      sentence: "HEAD of the chain is not found",
      plant: noHead(is.chain),
    },
    {
      id: "no-head-of-decision",
      sentence: "HEAD of a decision is answered 501",
      plant: says(all(is.head, is.decision), () => new Response(null, { status: 501 })),
    },
    {
      id: "head-with-body",
      sentence: "HEAD has a body",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.head(hop) && is.purposes(hop) && answer.ok
          ? hop.pass({ method: "GET" })
          : answer;
      }),
    },
    {
      id: "head-without-digest",
      sentence: "HEAD of a payload tells no Repr-Digest",
      plant: answers(all(is.head, is.payload), { headers: { "Repr-Digest": null } }),
    },
    {
      id: "head-of-unknown",
      sentence: "HEAD of what there is not answers 200",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.head(hop) && answer.status === 404
          ? altered(answer, { status: 200 })
          : answer;
      }),
    },
    {
      id: "head-of-gone",
      sentence: "HEAD of deleted bytes answers 200",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.head(hop) && answer.status === 410
          ? altered(answer, { status: 200 })
          : answer;
      }),
    },
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
        ({ method, headers }) =>
          method === "GET" && headers.has("X-HTTP-Method-Override"),
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
    {
      id: "final-slash",
      sentence: "An address with a final slash is the same",
      plant: takes(
        ({ path }) => path.endsWith("/"),
        ({ path }) => ({ path: path.replace(/\/+$/, "") }),
      ),
    },
    {
      id: "any-case",
      sentence: "A purpose is found in any case",
      plant: takes(
        ({ path }) => /^\/purposes\/[A-Z]/.test(path),
        ({ path }) => ({ path: path.toLowerCase() }),
      ),
    },
    {
      id: "below-decision",
      sentence: "What lies below a decision is the decision",
      plant: takes(
        ({ path }) => /\/decision\/./.test(path),
        ({ path }) => ({ path: path.replace(/\/decision\/.*/, "/decision") }),
      ),
    },
    {
      id: "unknown-purpose-undecided",
      sentence: "A purpose that there is not is undecided",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.decision(hop) && is.get(hop) && answer.status === 404
          ? new Response(
              JSON.stringify({
                status: "undecided",
                sequence: 0,
                at: null,
                by: null,
                revision: null,
                language: null,
                textDigest: null,
                payloadDigest: null,
                via: null,
                seen: null,
              }),
              { headers: { "Content-Type": "application/json", ETag: '"0"' } },
            )
          : answer;
      }),
    },
    {
      id: "purpose-of-prototype",
      sentence: "A purpose named constructor fails with 500",
      plant: says(
        ({ path }) => /\/purposes\/(constructor|__proto__|toString)\//.test(path),
        () => problem("internal-error"),
      ),
    },
    {
      id: "malformed-path",
      sentence: "An address with a broken escape fails with 500",
      plant: says(
        ({ path }) => /%(?![0-9a-fA-F]{2})/.test(path),
        () => problem("internal-error"),
      ),
    },
    {
      id: "entry-of-prototype",
      sentence: "An entry named by something else than a UUID fails with 500",
      plant: says(
        ({ path }) => /^\/(decisions|transmissions|receipts)\/no-such/.test(path),
        () => problem("internal-error"),
      ),
    },
    {
      id: "license-is-purpose",
      sentence: "What needs no consent has a decision",
      plant: takes(
        ({ path }) => path.startsWith("/purposes/license/"),
        ({ path }) => ({ path: path.replace("license", "crash-reports") }),
      ),
    },
  ],
};
