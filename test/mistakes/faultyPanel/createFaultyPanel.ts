import type { Erasure } from "../../../src/contract/fields.ts";
import type { Lock, Viewer } from "../../../src/contract/purposeState.ts";
import {
  type Change,
  createMemoryStore,
  createPanel,
  type MemoryStore,
  type Snapshot,
} from "../../../src/panel/index.ts";
import type { Json } from "../../../src/payload/serializePayload.ts";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import { readRequest } from "../../../src/testing/fake/readRequest.ts";
import { sessionHeader, viewerOf } from "../../../src/testing/fake/session.ts";
import {
  crashSample,
  people,
  statistics,
  transport,
} from "../../../src/testing/fixtures.ts";
import type { Fault } from "./faults.ts";
import type { Hop, Passed } from "./requestHop.ts";
import { createVendor } from "./vendor.ts";

export interface WorldOptions {
  readonly lock?: Lock | null;
  readonly erasure?: Erasure;
  /** @default a random one each time */
  readonly uuid?: () => string;
  /** @default the present */
  readonly now?: () => Date;
}

export const origin = "http://panel.test";
export const baseUrl = `${origin}/api/privacy`;
export const policy = policyInForce("2025-07-24");

export const headersOf = (person: Viewer) => ({ Cookie: sessionHeader(person) });

/** What this server tells: with a letter of more than one byte. */
const told: Readonly<Record<string, Json>> = {
  "crash-reports": { ...crashSample } as unknown as Json,
  "server-statistics": {
    ...statistics,
    distribution: { name: "Debian GNU/Linux", version: "12 (Bücherwurm)" },
  } as unknown as Json,
};

export type World = ReturnType<typeof createFaultyPanel>;

/** A panel over memory that sends to a vendor in memory, with a fault in it or none. */
export function createFaultyPanel(fault: Fault = {}, options: WorldOptions = {}) {
  const { lock = null, erasure, uuid = () => crypto.randomUUID() } = options;
  const { now = () => new Date() } = options;
  const kept = createMemoryStore({ now, erasure, uuid });
  const store = faulty(kept, fault);
  const read = (purpose: string) => told[purpose] ?? null;
  const urlOf = (purpose: string, kind: "report" | "erasure") => {
    const url = `https://telemetry.example/v1/${kind === "report" ? purpose : "erasures"}`;
    return fault.transportUrl?.(url) ?? url;
  };
  const panel = createPanel({
    ...{ policy, store, lock, uuid, origins: [origin] },
    viewer: (request) => viewerOf(Object.values(people), request),
    payloads: { read },
    sender: {
      transport: (purpose) => ({ ...transport, url: urlOf(purpose, "report") }),
    },
    report: () => {},
    ...fault.options,
  });
  const wire = fault.wire ?? ((text: string) => text);
  const vendor = createVendor({ ...{ store, policy, lock, read, urlOf, uuid, wire } });

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { method, url, headers, body } = await readRequest(
      input,
      init,
      new URL(baseUrl),
    );
    const path = url.pathname.replace(/^\/api\/privacy/, "");
    const text = new TextDecoder().decode(body);
    const pass = (to: Passed = {}) => {
      const given = new Headers(headers);
      for (const [name, value] of Object.entries(to.headers ?? {})) {
        if (value === null) given.delete(name);
        else given.set(name, value);
      }
      const bytes = to.body === undefined ? body : new TextEncoder().encode(to.body);
      return panel.handle({
        method: to.method ?? method,
        url: to.path === undefined ? url.href : `${baseUrl}${to.path}`,
        headers: given,
        body: bytes.length > 0 ? new Response(bytes).body : null,
      });
    };
    const query = url.searchParams;
    const hop: Hop = { method, path, query, headers, body: text, store: kept, pass };
    return dated(await (fault.front ? fault.front(hop) : pass()), now());
  };
  const { arrived, settled } = vendor;
  return { baseUrl, policy, panel, fetch, arrived, settled, store: kept };
}

/** As every server does (RFC 9110 § 6.6.1). */
function dated(answer: Response, now: Date): Response {
  answer.headers.set("Date", now.toUTCString());
  return answer;
}

function faulty(kept: MemoryStore, { store, change: wanted }: Fault): MemoryStore {
  const changed: MemoryStore = { ...kept, ...store?.(kept) };
  if (!wanted) return changed;
  const changeNow = <Result>(
    purpose: string,
    rules: (snapshot: Snapshot) => Change<Result>,
  ) =>
    kept.changeNow(purpose, (snapshot) => {
      const { result, ...change } = rules(snapshot);
      if (Object.keys(change).length === 0) return { result };
      return { result, ...wanted(change, snapshot, purpose) };
    });
  return {
    ...changed,
    changeNow,
    change: async (purpose, rules) => changeNow(purpose, rules),
  };
}
