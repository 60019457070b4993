import { answers, type Plant } from "../faultyPanel/faults.ts";
import { all, any, is, type Where } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const cached = (where: Where, as: string | null): Plant =>
  answers(where, { headers: { "Cache-Control": as } });
const typed = (where: Where, as: string | null): Plant =>
  answers(where, { headers: { "Content-Type": as } });

export const headerMistakes: KindOfMistakes = {
  kind: "headers",
  mistakes: [
    {
      id: "purposes-uncached",
      sentence: "The purposes have no Cache-Control",
      plant: cached(is.purposes, null),
    },
    {
      id: "decision-uncached",
      sentence: "A decision has no Cache-Control",
      plant: cached(all(is.decision), null),
    },
    {
      id: "receipt-uncached",
      sentence: "A receipt has no Cache-Control",
      plant: cached(is.receipt, null),
    },
    {
      id: "chain-uncached",
      sentence: "The chain has no Cache-Control",
      plant: cached(is.chain, null),
    },
    {
      id: "policy-cached",
      sentence: "The policy may be cached for a day",
      plant: cached(is.policy, "public, max-age=86400"),
    },
    {
      id: "purposes-private",
      sentence: "The purposes may be cached by the browser",
      plant: cached(is.purposes, "private, max-age=5"),
    },
    {
      id: "decision-no-cache",
      sentence: "A decision may be stored and asked again",
      plant: cached(is.decision, "no-cache"),
    },
    {
      id: "write-cached",
      sentence: "The answer to a PUT or DELETE may be stored",
      plant: cached(any(is.put, is.remove), "max-age=60"),
    },
    {
      id: "receipt-public",
      sentence: "A receipt may be cached for ever",
      plant: cached(is.receipt, "public, max-age=31536000, immutable"),
    },
    {
      id: "known-cached",
      sentence: "304 says that the answer may be cached",
      plant: answers(
        is.read,
        { headers: { "Cache-Control": "max-age=600" } },
        ({ status }) => status === 304,
      ),
    },
    {
      id: "agreed-uncached",
      sentence: "Agreed bytes have no Cache-Control",
      plant: cached(is.agreed, null),
    },
    {
      id: "sent-uncached",
      sentence: "Sent bytes have no Cache-Control",
      plant: cached(is.sent, null),
    },
    {
      id: "purposes-as-text",
      sentence: "The purposes are text/html",
      plant: typed(is.purposes, "text/html"),
    },
    {
      id: "history-as-text",
      sentence: "The history is text/plain",
      plant: typed(is.history, "text/plain"),
    },
    {
      id: "policy-as-text-json",
      sentence: "The policy is text/json",
      plant: typed(is.policy, "text/json"),
    },
    {
      id: "chain-untyped",
      sentence: "The chain has no Content-Type",
      plant: typed(is.chain, null),
    },
    {
      id: "write-as-text",
      sentence: "The answer to a PUT is text/plain",
      plant: typed(is.put, "text/plain"),
    },
    {
      id: "log-as-ld",
      sentence: "The log is application/ld+json",
      plant: typed(is.log, "application/ld+json"),
    },
    {
      id: "text-as-plain",
      sentence: "A text is text/plain",
      plant: typed(is.text, "text/plain; charset=utf-8"),
    },
    {
      id: "text-in-latin",
      sentence: "A text is said to be in ISO 8859-1",
      plant: typed(is.text, "text/markdown; charset=iso-8859-1"),
    },
    {
      id: "text-coded",
      sentence: "A text is said to be compressed",
      plant: answers(is.text, { headers: { "Content-Encoding": "br" } }),
    },
    {
      id: "no-tag-on-policy",
      sentence: "The policy has no ETag",
      plant: answers(is.policy, { headers: { ETag: null } }),
    },
    {
      id: "no-tag-on-chain",
      sentence: "The chain has no ETag",
      plant: answers(is.chain, { headers: { ETag: null } }),
    },
    {
      id: "no-tag-on-sent",
      sentence: "Sent bytes have no ETag",
      plant: answers(is.sent, { headers: { ETag: null } }),
    },
    {
      id: "no-tag-on-agreed",
      sentence: "Agreed bytes have no ETag",
      plant: answers(is.agreed, { headers: { ETag: null } }),
    },
    {
      id: "no-tag-on-log",
      sentence: "The log has no ETag",
      plant: answers(is.log, { headers: { ETag: null } }),
    },
    {
      id: "no-tag-on-text",
      sentence: "A text has no ETag",
      plant: answers(is.text, { headers: { ETag: null } }),
    },
  ],
};
