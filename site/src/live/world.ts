import * as z from "zod/mini";
import type { Lock } from "../../../src/contract/purposeState.ts";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import type { FaultKind } from "../../../src/testing/fake/faults.ts";
import type { FakePanel } from "../../../src/testing/index.ts";
import { people, statistics } from "../../../src/testing/index.ts";

/** What a visitor can change around the page. */
export const worldSchema = z.object({
  line: z.enum(["good", "slow", "offline", "failing", "foreign"]),
  viewer: z.enum(["admin", "auditor", "nobody"]),
  lock: z.enum(["none", "vendor", "do-not-track"]),
  deletion: z.enum(["confirmed", "under-way", "failed"]),
  policy: z.enum(["first", "revised"]),
  data: z.enum(["first", "newer"]),
});

export type World = Readonly<z.infer<typeof worldSchema>>;

export type Circumstance = keyof World;

export const firstWorld: World = {
  line: "good",
  viewer: "admin",
  lock: "none",
  deletion: "confirmed",
  policy: "first",
  data: "first",
};

export const isFirstWorld = (world: World): boolean =>
  Object.entries(firstWorld).every(
    ([name, value]) => world[name as Circumstance] === value,
  );

const faults: Readonly<Record<World["line"], FaultKind | null>> = {
  good: null,
  slow: { type: "latency", ms: 3000 },
  offline: { type: "dropped", moment: "request" },
  failing: { type: "problem", code: "store-unavailable" },
  foreign: {
    type: "status",
    status: 200,
    mediaType: "text/html",
    body: "<!doctype html><title>Sign in</title>",
  },
};

const viewers = { admin: people.admin, auditor: people.auditor, nobody: null } as const;

export const locks: Readonly<Record<World["lock"], Lock | null>> = {
  none: null,
  vendor: "vendor",
  "do-not-track": "do-not-track",
};

const revisions = { first: "2025-07-24", revised: "2026-03-01" } as const;

/** The purpose whose data have a pseudonym, and so something to delete. */
export const withPseudonym = "server-statistics";

/** Makes the panel what the world says; what is the same as before is left alone. */
export function applyWorld(panel: FakePanel, next: World, before: World): void {
  if (next.line !== before.line) {
    panel.clearFaults();
    const fault = faults[next.line];
    if (fault) panel.fault({ ...fault, times: Number.POSITIVE_INFINITY });
  }
  if (next.viewer !== before.viewer) panel.actAs(viewers[next.viewer]);
  if (next.lock !== before.lock) panel.lock(locks[next.lock]);
  if (next.policy !== before.policy) panel.revise(policyInForce(revisions[next.policy]));
  if (next.policy !== before.policy || next.data !== before.data) {
    panel.setPayload(withPseudonym, payloadOf(next));
  }
}

/** What this server would send: the nil UUID stands for the pseudonym. */
export function payloadOf({ policy, data }: World) {
  const updated = statistics.services.map((service) =>
    service.name === "nginx" ? { ...service, version: "1.26.3" } : service,
  );
  return {
    ...statistics,
    ...(data === "newer" && { services: updated }),
    ...(policy === "revised" && { architecture: "x64" }),
  };
}
