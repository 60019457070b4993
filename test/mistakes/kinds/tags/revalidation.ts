import { altered, answers, front, type Plant, takes } from "../../faultyPanel/faults.ts";
import { is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const neverKnown = (where: Where): Plant =>
  takes(where, { headers: { "If-None-Match": null } });

const knowsOnly = (condition: (given: string) => boolean): Plant =>
  takes(
    ({ headers, method }) =>
      method === "GET" && !condition(headers.get("If-None-Match") ?? '"x"'),
    {
      headers: { "If-None-Match": null },
    },
  );

/** If-None-Match is answered wrongly (RFC 9110 § 13.1.2). */
export const revalidation: readonly Mistake[] = [
  {
    id: "known-with-body",
    sentence: "304 comes with a body",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (answer.status !== 304 || !is.purposes(hop)) return answer;
      const body = new Response("{}", { status: 200, headers: answer.headers });
      Object.defineProperty(body, "status", { value: 304 });
      return body;
    }),
  },
  {
    id: "known-without-tag",
    sentence: "304 comes without ETag",
    plant: answers(is.get, { headers: { ETag: null } }, ({ status }) => status === 304),
  },
  {
    id: "always-known",
    sentence: "Whatever If-None-Match names, the answer is 304",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return is.decision(hop) && answer.status === 200 && hop.headers.has("If-None-Match")
        ? altered(answer, { status: 304 })
        : answer;
    }),
  },
  {
    id: "never-known-log",
    sentence: "The log never answers 304",
    plant: neverKnown(is.log),
  },
  {
    id: "never-known-receipt",
    sentence: "Receipts never answer 304",
    plant: neverKnown(is.receipt),
  },
  {
    id: "never-known-text",
    sentence: "Texts never answer 304",
    plant: neverKnown(is.text),
  },
  {
    id: "never-known-chain",
    sentence: "The chain never answers 304",
    plant: neverKnown(is.chain),
  },
  {
    id: "never-known-sent",
    sentence: "Bodies that were sent never answer 304",
    plant: neverKnown(is.sent),
  },
  {
    id: "never-known-payload",
    sentence: "Payloads never answer 304",
    plant: neverKnown(is.payload),
  },
  {
    id: "never-known-agreed",
    sentence: "Agreed bytes never answer 304",
    plant: neverKnown(is.agreed),
  },
  {
    id: "known-not-to-head",
    sentence: "HEAD does not answer 304",
    plant: neverKnown(is.head),
  },
  {
    id: "list-of-tags-not-read",
    sentence: "If-None-Match with several tags is not read",
    plant: knowsOnly((given) => !given.includes(",")),
  },
  {
    id: "weak-tag-not-known",
    sentence: "If-None-Match with a tag that a proxy weakened is not known",
    plant: knowsOnly((given) => !given.startsWith("W/")),
  },
  {
    id: "coded-tag-not-known",
    sentence: "If-None-Match with a tag that a proxy named the coding in is not known",
    plant: knowsOnly((given) => !given.includes("-gzip")),
  },
];
