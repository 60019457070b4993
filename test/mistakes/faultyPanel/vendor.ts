import type { Lock } from "../../../src/contract/purposeState.ts";
import type { MemoryStore } from "../../../src/panel/index.ts";
import type { PayloadValue } from "../../../src/panel/payloadBytes.ts";
import {
  advanceDeletions,
  answeredDeletions,
} from "../../../src/panel/rules/advanceDeletions.ts";
import { beginSend } from "../../../src/panel/rules/beginSend.ts";
import { endSend, type SendResult } from "../../../src/panel/rules/endSend.ts";
import { enqueueMonthly } from "../../../src/panel/rules/enqueueReport.ts";
import { consentActivities, type Policy } from "../../../src/policy/index.ts";

/** A report or a request to erase, as it came to the vendor. */
interface Arrived {
  readonly url: string;
  readonly text: string;
}

export interface VendorOptions {
  readonly store: MemoryStore;
  readonly policy: Policy;
  readonly lock: Lock | null;
  readonly read: (purpose: string) => PayloadValue;
  readonly urlOf: (purpose: string, kind: "report" | "erasure") => string;
  readonly uuid: () => string;
  readonly wire: (text: string) => string;
}

/** Sends what is due to a vendor in memory, which takes everything, soon after each change. */
export function createVendor(options: VendorOptions) {
  const { store, policy, lock, uuid } = options;
  const revision = policy.revision.id;
  const arrived: Arrived[] = [];
  let going: Promise<void> | undefined;
  let isAsked = false;

  const deliver = async (purpose: string, item: string) => {
    const begun = await store.change(purpose, (snapshot) =>
      beginSend(snapshot, {
        ...{ purpose, item, lock, revision, vendor: "vendor", uuid },
        urlOf: (kind) => options.urlOf(purpose, kind),
      }),
    );
    if (!begun) return;
    const text = options.wire(new TextDecoder().decode(begun.item.bytes));
    arrived.push({ url: begun.url, text });
    await tick();
    const isErasure = begun.kind === "erasure";
    const result: SendResult = {
      ...({ outcome: "accepted", tls: "verified", signature: "unchecked" } as const),
      ...(isErasure ? { status: 200, erased: 1 } : { status: 202 }),
    };
    await store.change(purpose, (snapshot) =>
      endSend(snapshot, { entry: begun.entry, result, uuid, random: 0 }),
    );
  };

  const round = async () => {
    for (const activity of consentActivities(policy)) {
      const { id } = activity;
      const value = options.read(id);
      const facts = { activity, lock, revision, value, uuid, jitterMs: 0 };
      await store.change(id, (snapshot) => enqueueMonthly(snapshot, facts));
      for (const item of store.readNow().purposes[id]?.items ?? []) {
        await deliver(id, item.id);
      }
      await store.purge();
      await store.change(id, (snapshot) =>
        advanceDeletions(snapshot, answeredDeletions(snapshot), uuid),
      );
    }
  };

  const go = async () => {
    while (isAsked) {
      isAsked = false;
      await tick();
      // With a fault in it a panel may not be able to send: then nothing leaves.
      await round().catch(() => undefined);
    }
    going = undefined;
  };

  store.watch(() => {
    isAsked = true;
    going ??= go();
  });
  /** Resolves when nothing is on its way any more. */
  const settled = async () => {
    while (going) await going;
  };
  return { arrived, settled };
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
