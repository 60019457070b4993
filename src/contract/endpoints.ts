import { type EndpointId, paths } from "./paths.ts";
import type { ProblemCode } from "./problemCode.ts";

/** Who may ask: everybody, whoever is signed in, or whoever may decide. */
type Guard = "open" | "session" | "deciding";

/** What an answer is: a schema of the contract, the bytes of a payload, or nothing. */
export type AnswerKind =
  | "policyResource"
  | "text"
  | "purposes"
  | "decision"
  | "payload"
  | "decisions"
  | "transmissions"
  | "receipt"
  | "log"
  | "nothing";

/** A route of the contract: how it is asked, who may ask, and what it answers. */
export interface Endpoint {
  readonly method: "GET" | "PUT" | "DELETE" | "POST";
  /** Below the base URL, with what is filled in as `{name}`. */
  readonly path: string;
  readonly guard: Guard;
  readonly answer: AnswerKind;
  readonly body?: "decisionRequest" | "postedDecision";
  /** A cursor or other members of the query. */
  readonly query?: readonly string[];
  /** The problems of this route beside those of its guard. */
  readonly problems?: readonly ProblemCode[];
  /** A panel may answer 404 to it. */
  readonly optional?: true;
}

const ofBodies = [
  "body-too-large",
  "media-type-not-supported",
  "malformed-body",
] as const;
const ofDecisions = [
  ...ofBodies,
  "policy-superseded",
  "locked",
  "payload-not-seen",
  "precondition-required",
  "decision-changed",
  "policy-changed",
  "payload-changed",
  "payload-undisclosed",
  "withdraw-instead",
  "not-available-here",
] as const;

/**
 * Every route of contract 1, once: client, panel, OpenAPI document and test kit read it.
 * A GET answers HEAD too. Members of the query that are not named are ignored.
 */
export const endpoints = {
  getPolicy: {
    method: "GET",
    path: paths.getPolicy,
    guard: "open",
    answer: "policyResource",
  },
  getPolicyText: {
    method: "GET",
    path: paths.getPolicyText,
    guard: "open",
    answer: "text",
    problems: ["not-found"],
  },
  getPurposes: {
    method: "GET",
    path: paths.getPurposes,
    guard: "session",
    answer: "purposes",
  },
  getDecision: {
    method: "GET",
    path: paths.getDecision,
    guard: "session",
    answer: "decision",
    problems: ["not-found"],
  },
  putDecision: {
    method: "PUT",
    path: paths.putDecision,
    guard: "deciding",
    answer: "decision",
    body: "decisionRequest",
    problems: ["not-found", ...ofDecisions],
  },
  withdraw: {
    method: "DELETE",
    path: paths.withdraw,
    guard: "deciding",
    answer: "decision",
    problems: ["not-found"],
  },
  postDecision: {
    method: "POST",
    path: paths.postDecision,
    guard: "deciding",
    answer: "decision",
    body: "postedDecision",
    problems: ["not-found", ...ofDecisions],
  },
  getPayload: {
    method: "GET",
    path: paths.getPayload,
    guard: "session",
    answer: "payload",
    problems: ["not-found", "not-available-here"],
  },
  getDecisions: {
    method: "GET",
    path: paths.getDecisions,
    guard: "session",
    answer: "decisions",
    query: ["after"],
    problems: ["malformed-body"],
  },
  getDecisionPayload: {
    method: "GET",
    path: paths.getDecisionPayload,
    guard: "session",
    answer: "payload",
    problems: ["not-found", "gone"],
  },
  getTransmissions: {
    method: "GET",
    path: paths.getTransmissions,
    guard: "session",
    answer: "transmissions",
    query: ["after"],
    problems: ["malformed-body"],
  },
  getTransmissionBody: {
    method: "GET",
    path: paths.getTransmissionBody,
    guard: "session",
    answer: "payload",
    problems: ["not-found", "gone"],
  },
  getReceipt: {
    method: "GET",
    path: paths.getReceipt,
    guard: "session",
    answer: "receipt",
    problems: ["not-found"],
  },
  getLog: {
    method: "GET",
    path: paths.getLog,
    guard: "session",
    answer: "log",
    query: ["after", "upTo"],
    problems: ["not-found", "malformed-body"],
    optional: true,
  },
  eraseName: {
    method: "DELETE",
    path: paths.eraseName,
    guard: "deciding",
    answer: "nothing",
  },
} as const satisfies Readonly<Record<EndpointId, Endpoint>>;
