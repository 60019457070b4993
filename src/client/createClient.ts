import type { Decisions, Purposes, Transmissions } from "../contract/createContract.ts";
import type { StateContract } from "../contract/createStateContract.ts";
import type { Decision, DecisionRequest } from "../contract/decision.ts";
import { endpointPath, endpoints } from "../contract/endpoints.ts";
import { type DecisionWay, viaHeader } from "../contract/fields.ts";
import type { PolicyResource } from "../contract/policyResource.ts";
import type { Receipt } from "../contract/receipt.ts";
import { digestPath, digestText } from "../payload/digest.ts";
import type { ClientOptions } from "./clientOptions.ts";
import { type Ask, createTransport } from "./createTransport.ts";
import { type ConfigError, OutsideContract, PanelUnreachable } from "./errors.ts";
import {
  type PayloadAnswer,
  readBytes,
  readPayloadAnswer,
  type SentBytes,
} from "./payloadAnswer.ts";
import { readAnswer, readText } from "./readAnswer.ts";
import { rememberAnswers } from "./rememberAnswers.ts";
import { resolveBaseUrl } from "./resolveBaseUrl.ts";

const defaultBaseUrl = "/api/privacy";

/** A decision with the entity tag that the next PUT must name. */
export interface DecisionAnswer {
  readonly decision: Decision;
  readonly etag: string;
}

/** Speaks with a panel along the contract. Every method rejects with a `KlartextError`. */
export interface PanelClient {
  /** Absolute, wherever there is a page. */
  readonly baseUrl: string;
  readonly contract: StateContract;
  readonly getPolicy: (signal?: AbortSignal) => Promise<PolicyResource>;
  readonly getPurposes: (signal?: AbortSignal) => Promise<Purposes>;
  readonly getDecision: (
    purpose: string,
    signal?: AbortSignal,
  ) => Promise<DecisionAnswer>;
  readonly getPayload: (purpose: string, signal?: AbortSignal) => Promise<PayloadAnswer>;
  readonly getTransmissions: (
    after: string | undefined,
    signal?: AbortSignal,
  ) => Promise<Transmissions>;
  /** The exact bytes of one attempt. */
  readonly getTransmissionBody: (id: string, signal?: AbortSignal) => Promise<SentBytes>;
  readonly getDecisions: (
    after: string | undefined,
    signal?: AbortSignal,
  ) => Promise<Decisions>;
  /** The exact bytes that a grant agreed to. */
  readonly getDecisionPayload: (id: string, signal?: AbortSignal) => Promise<SentBytes>;
  readonly getReceipt: (id: string, signal?: AbortSignal) => Promise<Receipt>;
  /** The policy's text with this digest, compared with it. */
  readonly getPolicyText: (digest: string, signal?: AbortSignal) => Promise<string>;
  readonly putDecision: (
    purpose: string,
    etag: string,
    request: DecisionRequest,
  ) => Promise<DecisionAnswer>;
  /** Withdraws; goes on when the page is closed meanwhile (`keepalive`). */
  readonly withdraw: (purpose: string) => Promise<DecisionAnswer>;
}

/**
 * Makes a client for one panel.
 *
 * @throws {ConfigError} `cross-origin-base-url` or `invalid-base-url`.
 */
export function createClient(
  contract: StateContract,
  { baseUrl = defaultBaseUrl, ...options }: ClientOptions = {},
): PanelClient {
  const root = resolveBaseUrl(baseUrl);
  return speakContract(contract, root, createTransport(root, options));
}

/** A client for a page that was set up wrongly: whatever it is asked fails with the reason. */
export function createFailingClient(
  contract: StateContract,
  { baseUrl = defaultBaseUrl }: ClientOptions,
  error: ConfigError,
): PanelClient {
  return speakContract(contract, baseUrl, () => Promise.reject(error));
}

function speakContract(contract: StateContract, baseUrl: string, ask: Ask): PanelClient {
  const poll = rememberAnswers(ask);
  const get = <T>(
    path: string,
    read: (response: Response) => Promise<T>,
    signal?: AbortSignal,
  ) => ask(path, read, {}, signal);

  const readDecision = async (response: Response): Promise<DecisionAnswer> => {
    const etag = response.headers.get("ETag");
    if (!etag) throw new OutsideContract(response.status, "ETag is missing.");
    return { decision: await readAnswer(response, contract.decision), etag };
  };

  /** Of a list, the newest page alone is asked for again and again. */
  const getPage = <T>(
    list: "getDecisions" | "getTransmissions",
    after: string | undefined,
    read: (response: Response) => Promise<T>,
    signal?: AbortSignal,
  ) =>
    after === undefined
      ? poll(endpointPath(list), read, signal)
      : get(`${endpointPath(list)}?after=${encodeURIComponent(after)}`, read, signal);

  return {
    baseUrl,
    contract,
    getPolicy: (signal) =>
      poll(
        endpointPath("getPolicy"),
        (response) => readAnswer(response, contract.policyResource),
        signal,
      ),
    getPurposes: (signal) =>
      poll(
        endpointPath("getPurposes"),
        (response) => readAnswer(response, contract.purposes),
        signal,
      ),
    getDecision: (purpose, signal) =>
      poll(endpointPath("getDecision", { purpose }), readDecision, signal),
    getPayload: (purpose, signal) =>
      poll(endpointPath("getPayload", { purpose }), readPayloadAnswer, signal),
    getTransmissions: (after, signal) =>
      getPage(
        "getTransmissions",
        after,
        async (response) => readAnswer(response, (await loadRecords()).transmissions),
        signal,
      ),
    getDecisions: (after, signal) =>
      getPage(
        "getDecisions",
        after,
        async (response) => readAnswer(response, (await loadRecords()).decisions),
        signal,
      ),
    getDecisionPayload: (id, signal) =>
      get(endpointPath("getDecisionPayload", { id }), readBytes, signal),
    getReceipt: (id, signal) =>
      get(
        endpointPath("getReceipt", { id }),
        async (response) =>
          readAnswer(response, (await loadRecords()).receipt, "application/ld+json"),
        signal,
      ),
    getPolicyText: (digest, signal) =>
      get(
        endpointPath("getPolicyText", { digest: digestPath(digest) }),
        async (response) => {
          const text = await readText(response, "text/markdown");
          if ((await digestText(text)) === digest) return text;
          throw new OutsideContract(response.status, `not the text of ${digest}.`);
        },
        signal,
      ),
    getTransmissionBody: (id, signal) =>
      get(endpointPath("getTransmissionBody", { id }), readBytes, signal),
    putDecision: (purpose, etag, request) =>
      ask(endpointPath("putDecision", { purpose }), readDecision, {
        method: endpoints.putDecision.method,
        headers: {
          "Content-Type": "application/json",
          "If-Match": etag,
          [viaHeader]: "page" satisfies DecisionWay,
        },
        body: JSON.stringify(request),
      }),
    withdraw: (purpose) =>
      ask(endpointPath("withdraw", { purpose }), readDecision, {
        method: endpoints.withdraw.method,
        headers: { [viaHeader]: "page" satisfies DecisionWay },
        keepalive: true,
      }),
  };
}

/** What tells of the past is loaded when somebody looks at it. */
async function loadRecords() {
  try {
    return (await import("../contract/records.ts")).records;
  } catch (error) {
    throw new PanelUnreachable(error);
  }
}
