import * as z from "zod/mini";
import type { Decisions, Purposes, Transmissions } from "../contract/createContract.ts";
import type { StateContract } from "../contract/createStateContract.ts";
import { type Decision, decisionTag } from "../contract/decision.ts";
import type { DecisionRequest, PostedDecision } from "../contract/decisionRequest.ts";
import { type DecisionWay, viaHeader } from "../contract/fields.ts";
import type { LogPage } from "../contract/logPage.ts";
import { endpointPath } from "../contract/paths.ts";
import type { PolicyResource } from "../contract/policyResource.ts";
import type { Receipt } from "../contract/receipt.ts";
import { digestPath, digestText } from "../payload/digest.ts";
import type { Answer } from "./answer.ts";
import type { ClientOptions } from "./clientOptions.ts";
import { createDecisionSender, keepForm } from "./createDecisionSender.ts";
import { type Ask, createTransport } from "./createTransport.ts";
import {
  type ConfigError,
  ForeignAnswer,
  OutsideContract,
  PanelUnreachable,
} from "./errors.ts";
import { createMonotonicReads, keepSeen } from "./monotonicReads.ts";
import {
  type PayloadAnswer,
  readBytes,
  readPayloadAnswer,
  type SentBytes,
} from "./payloadAnswer.ts";
import { pollAnswers } from "./pollAnswers.ts";
import { readAnswer, readText } from "./readAnswer.ts";
import { resolveBaseUrl } from "./resolveBaseUrl.ts";

/** An answer that tells nothing is an object all the same, and no gateway's page. */
const nothing = z.looseObject({});

const defaultBaseUrl = "/api/privacy";

/** Speaks with a panel along the contract. Every method rejects with a `KlartextError`. */
export interface PanelClient {
  /** Absolute, wherever there is a page. */
  readonly baseUrl: string;
  readonly contract: StateContract;
  /** Who the host knows is looking. */
  readonly viewerId: string | undefined;
  /** Names panel and viewer: what was read for another is another's. */
  readonly cacheKey: string;
  readonly getPolicy: (signal?: AbortSignal) => Promise<PolicyResource>;
  /** Never goes back in time: what is older than what was seen is an `old-answer`. */
  readonly getPurposes: (signal?: AbortSignal) => Promise<Purposes>;
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
  /** A part of the chain of digests, oldest first; `upTo` is that of the first part. */
  readonly getLog: (
    after: string | undefined,
    upTo: number | undefined,
    signal?: AbortSignal,
  ) => Promise<LogPage>;
  /** The exact bytes that a grant agreed to. */
  readonly getDecisionPayload: (id: string, signal?: AbortSignal) => Promise<SentBytes>;
  readonly getReceipt: (id: string, signal?: AbortSignal) => Promise<Receipt>;
  /** The policy's text with this digest, compared with it. */
  readonly getPolicyText: (digest: string, signal?: AbortSignal) => Promise<string>;
  /** Decides in place of the decision with `sequence`, and of no other. */
  readonly putDecision: (
    purpose: string,
    sequence: number,
    request: DecisionRequest,
    /** Whether it is still wished, before it is sent in another form. */
    isWished?: () => boolean,
  ) => Promise<Decision>;
  /** How far a purpose was seen in this tab. */
  readonly lastSeen: (
    purpose: string,
  ) => { readonly epoch: string; readonly sequence: number } | undefined;
  /** Erases a person's name wherever the panel tells it; again, it changes nothing. */
  readonly eraseName: (person: string) => Promise<void>;
  /** Withdraws; goes on when the page is closed meanwhile (`keepalive`). */
  readonly withdraw: (purpose: string) => Promise<Decision>;
}

/**
 * Makes a client for one panel.
 *
 * @param via By which way its decisions come.
 * @throws {ConfigError} `cross-origin-base-url` or `invalid-base-url`.
 */
export function createClient(
  contract: StateContract,
  options: ClientOptions = {},
  via: DecisionWay = "page",
): PanelClient {
  const { baseUrl = defaultBaseUrl, viewerId } = options;
  const root = resolveBaseUrl(baseUrl);
  return speakContract(contract, root, viewerId, createTransport(root, options), via);
}

/** A client for a page that was set up wrongly: whatever it is asked fails with the reason. */
export function createFailingClient(
  contract: StateContract,
  { baseUrl = defaultBaseUrl, viewerId }: ClientOptions,
  error: ConfigError,
): PanelClient {
  return speakContract(contract, baseUrl, viewerId, () => Promise.reject(error));
}

function speakContract(
  contract: StateContract,
  baseUrl: string,
  viewerId: string | undefined,
  ask: Ask,
  via: DecisionWay = "page",
): PanelClient {
  const poll = pollAnswers(ask);
  const reads = createMonotonicReads(keepSeen(baseUrl));
  const sendDecision = createDecisionSender(keepForm(baseUrl));
  const get = <T>(
    path: string,
    read: (response: Answer) => Promise<T>,
    signal?: AbortSignal,
  ) => ask(path, read, {}, signal);

  const acceptPurposes = (answer: Purposes, { status }: Answer) => {
    if (viewerId !== undefined && answer.viewer.id !== viewerId) {
      throw new ForeignAnswer("other-viewer", status);
    }
    if (!reads.accept(answer)) throw new ForeignAnswer("old-answer", status);
  };

  /** In the form of its method, or of a POST, which says the same. */
  const write = async (
    purpose: string,
    id: "putDecision" | "withdraw",
    posted: PostedDecision,
    { headers = {}, ...init }: RequestInit,
    isWished = () => true,
  ): Promise<Decision> => {
    const decision = await sendDecision((form) => {
      const isPost = form === "post";
      const hasBody = isPost || id === "putDecision";
      return ask(
        endpointPath(isPost ? "postDecision" : id, { purpose }),
        (response) => readAnswer(response, contract.decision),
        {
          ...init,
          method: isPost ? "POST" : id === "putDecision" ? "PUT" : "DELETE",
          headers: {
            ...(hasBody ? { "Content-Type": "application/json" } : {}),
            [viaHeader]: via,
            ...headers,
          },
          ...(hasBody ? { body: JSON.stringify(posted) } : {}),
        },
      );
    }, isWished);
    reads.note(purpose, decision.sequence);
    return decision;
  };

  /** Of a list, the newest page alone is asked for again and again. */
  const getPage = <T>(
    list: "getDecisions" | "getTransmissions",
    after: string | undefined,
    read: (response: Answer) => Promise<T>,
    signal?: AbortSignal,
  ) =>
    after === undefined
      ? poll(endpointPath(list), read, signal)
      : get(`${endpointPath(list)}?after=${encodeURIComponent(after)}`, read, signal);

  return {
    baseUrl,
    contract,
    viewerId,
    cacheKey: viewerId === undefined ? baseUrl : `${baseUrl} ${viewerId}`,
    lastSeen: reads.lastSeen,
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
        acceptPurposes,
      ),
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
    getLog: (after, upTo, signal) => {
      const asked = new URLSearchParams({
        ...(after !== undefined && { after }),
        ...(upTo !== undefined && { upTo: String(upTo) }),
      });
      return get(
        `${endpointPath("getLog")}?${asked}`,
        async (response) => readAnswer(response, (await loadRecords()).log),
        signal,
      );
    },
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
    putDecision: (purpose, sequence, request, isWished) =>
      write(
        purpose,
        "putDecision",
        request,
        { headers: { "If-Match": decisionTag(sequence) } },
        isWished,
      ),
    eraseName: (id) =>
      ask(
        endpointPath("eraseName", { id }),
        async (response) => void (await readAnswer(response, nothing)),
        { method: "DELETE" },
      ),
    withdraw: (purpose) =>
      write(purpose, "withdraw", { decision: "withdrawn" }, { keepalive: true }),
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
