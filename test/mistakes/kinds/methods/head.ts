import {
  altered,
  answers,
  front,
  type Plant,
  problem,
  says,
} from "../../faultyPanel/faults.ts";
import { all, any, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const noHead = (where: Where): Plant =>
  says(all(is.head, where), () => problem("not-found"));

/** HEAD answers otherwise than GET. */
export const head: readonly Mistake[] = [
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
];
