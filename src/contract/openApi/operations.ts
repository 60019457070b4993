import type { EndpointId } from "../paths.ts";

/** What a document says of a route beside what the table of routes has. */
interface Operation {
  readonly tag: "policy" | "purposes" | "history";
  readonly summary: string;
  /** What the answer is. */
  readonly answer: string;
}

export const operations: Readonly<Record<EndpointId, Operation>> = {
  getPolicy: {
    tag: "policy",
    summary: "The revision in force and its texts",
    answer: "The policy.",
  },
  getPolicyText: {
    tag: "policy",
    summary: "One text of the policy, kept for ever",
    answer: "The text.",
  },
  getPurposes: {
    tag: "purposes",
    summary: "Everything that one page needs",
    answer: "The viewer, the store, and every purpose as of one moment.",
  },
  getDecision: {
    tag: "purposes",
    summary: "The decision alone",
    answer: "The decision.",
  },
  putDecision: {
    tag: "purposes",
    summary: "Give consent, or refuse it",
    answer: "The new decision.",
  },
  withdraw: {
    tag: "purposes",
    summary: "Withdraw consent; needs no precondition and can be repeated",
    answer: "Withdrawn, no send is open, and nothing is left to delete at the vendor.",
  },
  postDecision: {
    tag: "purposes",
    summary: "All three acts, for firewalls that let no PUT or DELETE pass",
    answer: "The new decision.",
  },
  getPayload: {
    tag: "purposes",
    summary: "The very bytes; sends nothing and makes no UUID",
    answer: "The bytes that the panel's sender would post.",
  },
  getDecisions: {
    tag: "history",
    summary: "Every decision and what followed from it, newest first",
    answer: "A page of the history.",
  },
  getDecisionPayload: {
    tag: "history",
    summary: "The bytes that were agreed to",
    answer: "The bytes as they were.",
  },
  getTransmissions: {
    tag: "history",
    summary: "Every attempt to send, newest first",
    answer: "A page of the log.",
  },
  getTransmissionBody: {
    tag: "history",
    summary: "The exact bytes of an attempt",
    answer: "The bytes as they were.",
  },
  getReceipt: {
    tag: "history",
    summary: "The receipt of a decision or of a confirmed deletion",
    answer: "JSON-LD with terms of DPV 2.3.",
  },
  getLog: {
    tag: "history",
    summary: "The chain of digests over history and log, oldest first; optional",
    answer: "A page of the chain.",
  },
  eraseName: {
    tag: "history",
    summary: "Erases a person's name, and with it their id, wherever it is told",
    answer: "The name is gone, or there was none.",
  },
};
