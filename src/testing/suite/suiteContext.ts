import { type Contract, createContract } from "../../contract/createContract.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
} from "../../policy/policy.ts";
import type { Exchange, SentRequest, Session } from "./exchange.ts";
import { RuleViolation } from "./exchange.ts";

export type HeaderList = Readonly<Record<string, string>>;

export interface SuiteOptions {
  /** Base URL of the panel API, such as `https://panel.example/api/privacy`. */
  readonly baseUrl: string;
  /** The policy that the panel stands for; the digests of its texts may be others. */
  readonly policy: Policy;
  /** What shows that somebody is signed in who may decide, such as `Cookie`. */
  readonly headers?: HeaderList;
  /** The same for somebody who may look and not decide. */
  readonly readOnlyHeaders?: HeaderList;
  /** Whether the suite may decide. @default false */
  readonly write?: boolean;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** A `fetch` that sends the `Host` header it is given, as browsers and Node do not. */
  readonly fetchAnyHost?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds. @default 20000 */
  readonly timeout?: number;
}

export interface SendOptions {
  /** Whose session is sent. @default "deciding" */
  readonly session?: Session;
  /** Sent besides; null leaves out what would be sent, such as `Origin`. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Sent as `Host`, where `canNameHost`. */
  readonly host?: string;
}

/** What every rule is checked with. */
export interface SuiteContext {
  readonly contract: Contract;
  readonly activities: readonly ConsentActivity[];
  /** The session of who may decide. */
  readonly headers: HeaderList;
  readonly readOnlyHeaders: HeaderList;
  readonly write: boolean;
  readonly hasReadOnlySession: boolean;
  /** Whether a request can name another host than the panel's. */
  readonly canNameHost: boolean;
  /** Sends a request to an address below the base URL. */
  readonly send: (
    method: string,
    path: string,
    options?: SendOptions,
  ) => Promise<Exchange>;
  readonly get: (path: string, options?: SendOptions) => Promise<Exchange>;
}

/** Makes the context of a run. Requests send the `Origin` of the URL that they call. */
export function createSuiteContext({
  baseUrl,
  policy,
  headers = {},
  readOnlyHeaders,
  write = false,
  fetch = (input, init) => globalThis.fetch(input, init),
  fetchAnyHost,
  timeout = 20_000,
}: SuiteOptions): SuiteContext {
  const root = new URL(baseUrl.replace(/\/*$/, "/"));
  const sessions = { deciding: headers, "read-only": readOnlyHeaders ?? {}, none: {} };

  const send: SuiteContext["send"] = async (method, path, options = {}) => {
    const { session = "deciding", headers: extra = {}, body, host } = options;
    const url = new URL(path.replace(/^\//, ""), root);
    const given = Object.entries({
      Origin: url.origin,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(host === undefined ? {} : { Host: host }),
      ...extra,
    }).filter((entry): entry is [string, string] => entry[1] !== null);
    const own = Object.fromEntries(given);
    const secret = sessions[session];
    const request: SentRequest = {
      ...{ method, session },
      url: url.href,
      headers: {
        ...own,
        ...Object.fromEntries(
          [
            ...Object.keys(secret),
            ...Object.keys(own).filter((name) => name in headers),
          ].map((name) => [name, "…"]),
        ),
      },
      body: body === undefined ? null : shownBody(body),
    };
    const used = host === undefined ? fetch : (fetchAnyHost ?? fetch);
    const began = performance.now();
    const attempt = () =>
      used(url.href, {
        method,
        headers: { ...secret, ...own },
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(timeout),
      });
    try {
      const response = await attempt().catch(again(attempt));
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = new TextDecoder().decode(bytes);
      const { status, headers: received } = response;
      const took = performance.now() - began;
      return { request, session, status, headers: received, bytes, text, took };
    } catch (error) {
      throw new RuleViolation(`An answer; there was none: ${describe(error)}.`, request);
    }
  };

  return {
    contract: createContract(policy),
    activities: consentActivities(policy),
    headers,
    readOnlyHeaders: readOnlyHeaders ?? {},
    write,
    canNameHost: fetchAnyHost !== undefined,
    hasReadOnlySession: readOnlyHeaders !== undefined,
    send,
    get: (path, options) => send("GET", path, options),
  };
}

function shownBody(body: string | Uint8Array): string {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  return text.slice(0, 2_000);
}

/**
 * A panel may close a connection that was kept open, as after a body that it did not read;
 * what changes nothing when repeated is then sent once more (RFC 9112 § 9.3.1).
 */
function again(attempt: () => Promise<Response>) {
  return (error: unknown): Promise<Response> => {
    if (error instanceof TypeError) return attempt();
    throw error;
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
