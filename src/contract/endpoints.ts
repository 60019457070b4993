import type { ProblemCode } from "./problemCode.ts";

/** Who may ask: everybody, whoever is signed in, or whoever may decide. */
export type Guard = "open" | "session" | "deciding";

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
  getPolicy: { method: "GET", path: "/policy", guard: "open", answer: "policyResource" },
  getPolicyText: {
    method: "GET",
    path: "/policy/texts/{digest}",
    guard: "open",
    answer: "text",
    problems: ["not-found"],
  },
  getPurposes: { method: "GET", path: "/purposes", guard: "session", answer: "purposes" },
  getDecision: {
    method: "GET",
    path: "/purposes/{purpose}/decision",
    guard: "session",
    answer: "decision",
    problems: ["not-found"],
  },
  putDecision: {
    method: "PUT",
    path: "/purposes/{purpose}/decision",
    guard: "deciding",
    answer: "decision",
    body: "decisionRequest",
    problems: ["not-found", ...ofDecisions],
  },
  withdraw: {
    method: "DELETE",
    path: "/purposes/{purpose}/decision",
    guard: "deciding",
    answer: "decision",
    problems: ["not-found"],
  },
  postDecision: {
    method: "POST",
    path: "/purposes/{purpose}/decision",
    guard: "deciding",
    answer: "decision",
    body: "postedDecision",
    problems: ["not-found", ...ofDecisions],
  },
  getPayload: {
    method: "GET",
    path: "/purposes/{purpose}/payload",
    guard: "session",
    answer: "payload",
    problems: ["not-found", "not-available-here"],
  },
  getDecisions: {
    method: "GET",
    path: "/decisions",
    guard: "session",
    answer: "decisions",
    query: ["after"],
    problems: ["malformed-body"],
  },
  getDecisionPayload: {
    method: "GET",
    path: "/decisions/{id}/payload",
    guard: "session",
    answer: "payload",
    problems: ["not-found", "gone"],
  },
  getTransmissions: {
    method: "GET",
    path: "/transmissions",
    guard: "session",
    answer: "transmissions",
    query: ["after"],
    problems: ["malformed-body"],
  },
  getTransmissionBody: {
    method: "GET",
    path: "/transmissions/{id}/body",
    guard: "session",
    answer: "payload",
    problems: ["not-found", "gone"],
  },
  getReceipt: {
    method: "GET",
    path: "/receipts/{id}",
    guard: "session",
    answer: "receipt",
    problems: ["not-found"],
  },
  getLog: {
    method: "GET",
    path: "/log",
    guard: "session",
    answer: "log",
    query: ["after", "upTo"],
    problems: ["not-found", "malformed-body"],
    optional: true,
  },
  eraseName: {
    method: "DELETE",
    path: "/people/{id}/name",
    guard: "deciding",
    answer: "nothing",
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type EndpointId = keyof typeof endpoints;

/** The path of an endpoint below the base URL, with its parts filled in (RFC 3986 § 2.1). */
export function endpointPath(
  id: EndpointId,
  parts: Readonly<Record<string, string>> = {},
): string {
  return endpoints[id].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? ""),
  );
}
