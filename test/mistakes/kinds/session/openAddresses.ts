import { front } from "../../faultyPanel/faults.ts";
import { all, any, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { open } from "./open.ts";
import { adminCookie, isNobody } from "./sessions.ts";

/** An address is told to whoever is not signed in. */
export const openAddresses: readonly Mistake[] = [
  {
    id: "purposes-open",
    sentence: "The purposes are told without a session",
    plant: open(is.purposes),
  },
  {
    id: "decision-open",
    sentence: "A decision is told without a session",
    plant: open(all(is.decision, is.get)),
  },
  {
    id: "payload-open",
    sentence: "A payload is told without a session",
    plant: open(all(is.payload, is.get)),
  },
  {
    id: "history-open",
    sentence: "The history is told without a session",
    plant: open(all(is.history, is.get)),
  },
  {
    id: "agreed-open",
    sentence: "Agreed bytes are told without a session",
    plant: open(is.agreed),
  },
  {
    id: "log-open",
    sentence: "The log is told without a session",
    plant: open(is.log),
  },
  {
    id: "sent-open",
    sentence: "The body of an attempt is told without a session",
    plant: open(is.sent),
  },
  {
    id: "receipt-open",
    sentence: "A receipt is told without a session",
    plant: open(is.receipt),
  },
  {
    id: "chain-open",
    sentence: "The chain is told without a session",
    plant: open(is.chain),
  },
  { id: "head-open", sentence: "HEAD needs no session", plant: open(is.head) },
  {
    id: "head-of-payload-open",
    sentence: "HEAD of a payload needs no session",
    plant: open(all(is.head, is.payload)),
  },
  {
    id: "conditional-open",
    sentence: "A read with If-None-Match needs no session",
    plant: open(({ headers }) => headers.has("If-None-Match")),
  },
  {
    id: "second-page-open",
    sentence: "A page after the first needs no session",
    plant: open(({ query }) => query.has("after")),
  },
  {
    id: "fresh-open",
    sentence: "A read with ?fresh needs no session",
    plant: open(({ query }) => query.has("fresh")),
  },
  {
    id: "unknown-id-open",
    sentence: "Whoever is not signed in is told which entries there are",
    plant: front(async (hop) => {
      if (!isNobody(hop) || !any(is.agreed, is.sent, is.receipt)(hop)) return hop.pass();
      const answer = await hop.pass({ headers: adminCookie });
      return answer.status === 404 ? answer : hop.pass();
    }),
  },
];
