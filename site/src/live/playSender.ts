import {
  advanceDeletions,
  answeredDeletions,
} from "../../../src/panel/rules/advanceDeletions.ts";
import { beginSend } from "../../../src/panel/rules/beginSend.ts";
import { endSend, type SendResult } from "../../../src/panel/rules/endSend.ts";
import { enqueueMonthly } from "../../../src/panel/rules/enqueueReport.ts";
import { readItemData } from "../../../src/panel/rules/itemData.ts";
import type { MemoryStore } from "../../../src/panel/store/memoryStore.ts";
import { consentActivity, type Policy } from "../../../src/policy/policy.ts";
import { transportOf } from "../../../src/testing/index.ts";
import { locks, payloadOf, type World, withPseudonym } from "./world.ts";

export interface PlayedSender {
  readonly store: MemoryStore;
  readonly policy: Policy;
  readonly world: World;
  readonly uuid: () => string;
}

/**
 * Does what the sender for Node would do now, by the core's own rules; the vendor's answers are
 * made up. Nothing is sent.
 */
export function playSender({ store, policy, world, uuid }: PlayedSender): void {
  const activity = consentActivity(policy, withPseudonym);
  if (!activity) return;
  const lock = locks[world.lock];
  const { url } = transportOf(withPseudonym);
  const facts = { lock, revision: policy.revision.id, uuid };
  store.changeNow(withPseudonym, (snapshot) =>
    enqueueMonthly(snapshot, {
      ...facts,
      ...{ activity, value: payloadOf(world), jitterMs: 0 },
    }),
  );
  for (const { id: item, data } of store.readNow().purposes[withPseudonym]?.items ?? []) {
    const result = answerOf(readItemData(data).kind, world);
    if (!result) continue;
    const begun = store.changeNow(withPseudonym, (snapshot) =>
      beginSend(snapshot, {
        ...facts,
        ...{ purpose: withPseudonym, item, vendor: "played" },
        urlOf: (kind) => (kind === "report" ? url : new URL("erasures", url).href),
      }),
    );
    if (!begun) continue;
    store.changeNow(withPseudonym, (snapshot) =>
      endSend(snapshot, { entry: begun.entry, result, uuid, random: 0.5 }),
    );
  }
  store.changeNow(withPseudonym, (snapshot) =>
    advanceDeletions(snapshot, answeredDeletions(snapshot), uuid),
  );
}

/** How the vendor answers; undefined while it has not. */
function answerOf(
  kind: "report" | "erasure",
  { deletion }: World,
): SendResult | undefined {
  const reached = { tls: "verified", signature: null } as const;
  if (kind === "report") return { outcome: "accepted", status: 204, ...reached };
  if (deletion === "under-way") return undefined;
  if (deletion === "failed") return { outcome: "rejected", status: 503, ...reached };
  return { outcome: "accepted", status: 200, erased: 1, ...reached };
}
