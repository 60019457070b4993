import type { Lock } from "../../contract/purposeState.ts";
import { createPanel, type Panel } from "../../panel/createPanel.ts";
import { purposeReading } from "../../panel/http/purposeReading.ts";
import { NotAvailableHere } from "../../panel/panelOptions.ts";
import { readPurposeData } from "../../panel/rules/purposeData.ts";
import { createMemoryStore, type MemoryStore } from "../../panel/store/memoryStore.ts";
import type { Json } from "../../payload/serializePayload.ts";
import type { Policy } from "../../policy/policy.ts";
import { countingUuid } from "../fake/countingUuid.ts";
import { sessionHeader, viewerOf } from "../fake/session.ts";
import { people } from "../fixtures.ts";
import { purposeColumns, type Row } from "./purposeColumns.ts";

/** The moment at which the clock of the vectors stands still. */
export const vectorTime = "2026-01-15T09:30:00.000Z";

const origin = "https://panel.example";
export const basePath = "/api/privacy";

/** Who asks: somebody who may decide, who may look, or nobody. */
export type Asking = "deciding" | "looking" | "nobody";

/** A request of a vector, below the base URL. */
export interface VectorRequest {
  readonly as: Asking;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The core over memory, with a clock that stands still and UUIDs that count. */
export interface KitPanel {
  readonly policy: Policy;
  readonly store: MemoryStore;
  readonly uuid: () => string;
  readonly ask: (request: VectorRequest) => Promise<Response>;
  /** The row of a purpose. */
  readonly row: (purpose: string) => Row;
}

interface KitPanelOptions {
  readonly policy: Policy;
  /** What is told of the server; a purpose without a value cannot be told. */
  readonly payloads: Readonly<Record<string, Json | undefined>>;
  readonly lock?: Lock | null;
}

export async function createKitPanel({
  policy,
  payloads,
  lock = null,
}: KitPanelOptions): Promise<KitPanel> {
  const uuid = countingUuid();
  const store = createMemoryStore({ now: () => new Date(vectorTime), uuid });
  const panel: Panel = createPanel({
    ...{ policy, store, uuid, basePath, lock, origins: [origin] },
    viewer: (request) => viewerOf(Object.values(people), request),
    payloads: {
      read: (purpose) => {
        const value = payloads[purpose];
        if (value === undefined) throw new NotAvailableHere("This machine cannot tell.");
        return value;
      },
    },
  });
  await panel.ready;
  return {
    ...{ policy, store, uuid },
    ask: ({ as, method, path, headers, body }) =>
      panel.handle({
        method,
        url: `${origin}${basePath}${path}`,
        headers: new Headers({ ...sessions[as], ...headers }),
        body: body === null ? null : new Response(body).body,
      }),
    row: (purpose) => {
      const { state, by } = purposeReading(store.readNow(), purpose);
      return purposeColumns(readPurposeData(state), by);
    },
  };
}

const sessions: Readonly<Record<Asking, Readonly<Record<string, string>>>> = {
  deciding: { Cookie: sessionHeader(people.admin) },
  looking: { Cookie: sessionHeader(people.auditor) },
  nobody: {},
};
