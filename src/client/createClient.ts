import type { Decisions, Purposes, Transmissions } from "../contract/createContract.ts";
import type { StateContract } from "../contract/createStateContract.ts";
import type { Decision, DecisionRequest } from "../contract/decision.ts";
import type { PolicyResource } from "../contract/policyResource.ts";
import type { Receipt } from "../contract/receipt.ts";
import { digestPath, digestText } from "../payload/digest.ts";
import { OutsideContract, PanelUnreachable } from "./errors.ts";
import {
  type PayloadAnswer,
  readBytes,
  readPayloadAnswer,
  type SentBytes,
} from "./payloadAnswer.ts";
import { readAnswer, readProblem, readText } from "./readAnswer.ts";
import { resolveBaseUrl } from "./resolveBaseUrl.ts";

export interface ClientOptions {
  /**
   * Where the panel API lies, on the page's own origin. A relative one is resolved once,
   * against `document.baseURI`. @default "/api/privacy"
   */
  readonly baseUrl?: string;
  /** Headers that the host's panel wants with each request, such as a CSRF token. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>>);
  /** @default "same-origin" */
  readonly credentials?: RequestCredentials;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds. @default 20000 */
  readonly timeout?: number;
}

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
  {
    baseUrl = "/api/privacy",
    headers = {},
    credentials = "same-origin",
    fetch = (input, init) => globalThis.fetch(input, init),
    timeout = 20_000,
  }: ClientOptions = {},
): PanelClient {
  const root = resolveBaseUrl(baseUrl);

  const send = async (path: string, init: RequestInit, signal?: AbortSignal) => {
    const limit = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(`${root}/${path}`, {
        cache: "no-store",
        credentials,
        // A redirect would take the host's headers along, also to another origin.
        redirect: "manual",
        ...init,
        headers: {
          ...(typeof headers === "function" ? headers() : headers),
          ...(init.headers as Record<string, string> | undefined),
        },
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      if (isRedirect(response)) throw new OutsideContract(response.status, "a redirect.");
      return response;
    } catch (error) {
      if (signal?.aborted || error instanceof OutsideContract) throw error;
      throw new PanelUnreachable(error);
    }
  };

  /** The last answer of each address, for 304. */
  const known = new Map<string, { readonly etag: string; readonly value: unknown }>();

  const get = async <T>(
    path: string,
    read: (response: Response) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    const before = known.get(path);
    const response = await send(
      path,
      { headers: before ? { "If-None-Match": before.etag } : {} },
      signal,
    );
    if (response.status === 304 && before) return before.value as T;
    if (!response.ok) throw await readProblem(response);
    const value = await withBody(read(response), signal);
    const etag = response.headers.get("ETag");
    if (etag) known.set(path, { etag, value });
    return value;
  };

  const readDecision = async (response: Response): Promise<DecisionAnswer> => {
    const etag = response.headers.get("ETag");
    if (!etag) throw new OutsideContract(response.status, "ETag is missing.");
    return { decision: await readAnswer(response, contract.decision), etag };
  };

  const write = async (path: string, init: RequestInit): Promise<DecisionAnswer> => {
    const response = await send(path, init);
    if (!response.ok) throw await readProblem(response);
    return withBody(readDecision(response));
  };

  const decisionPath = (purpose: string) =>
    `purposes/${encodeURIComponent(purpose)}/decision`;

  return {
    baseUrl: root,
    contract,
    getPolicy: (signal) =>
      get("policy", (response) => readAnswer(response, contract.policyResource), signal),
    getPurposes: (signal) =>
      get("purposes", (response) => readAnswer(response, contract.purposes), signal),
    getDecision: (purpose, signal) => get(decisionPath(purpose), readDecision, signal),
    getPayload: (purpose, signal) =>
      get(`purposes/${encodeURIComponent(purpose)}/payload`, readPayloadAnswer, signal),
    getTransmissions: (after, signal) =>
      get(
        pagePath("transmissions", after),
        async (response) => readAnswer(response, (await loadRecords()).transmissions),
        signal,
      ),
    getDecisions: (after, signal) =>
      get(
        pagePath("decisions", after),
        async (response) => readAnswer(response, (await loadRecords()).decisions),
        signal,
      ),
    getDecisionPayload: (id, signal) =>
      get(`decisions/${encodeURIComponent(id)}/payload`, readBytes, signal),
    getReceipt: (id, signal) =>
      get(
        `receipts/${encodeURIComponent(id)}`,
        async (response) =>
          readAnswer(response, (await loadRecords()).receipt, "application/ld+json"),
        signal,
      ),
    getPolicyText: (digest, signal) =>
      get(
        `policy/texts/${digestPath(digest)}`,
        async (response) => {
          const text = await readText(response, "text/markdown");
          if ((await digestText(text)) === digest) return text;
          throw new OutsideContract(response.status, `not the text of ${digest}.`);
        },
        signal,
      ),
    getTransmissionBody: (id, signal) =>
      get(`transmissions/${encodeURIComponent(id)}/body`, readBytes, signal),
    putDecision: (purpose, etag, request) =>
      write(decisionPath(purpose), {
        method: "PUT",
        headers: { "Content-Type": "application/json", "If-Match": etag },
        body: JSON.stringify(request),
      }),
    withdraw: (purpose) =>
      write(decisionPath(purpose), { method: "DELETE", keepalive: true }),
  };
}

/** A browser hides where one leads, and its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);
}

/** What tells of the past is loaded when somebody looks at it. */
async function loadRecords() {
  return (await import("../contract/records.ts")).records;
}

function pagePath(list: string, after: string | undefined): string {
  return after === undefined ? list : `${list}?after=${encodeURIComponent(after)}`;
}

/** A body that breaks off is an answer that did not come. */
async function withBody<T>(read: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof OutsideContract || signal?.aborted) throw error;
    throw new PanelUnreachable(error);
  }
}
