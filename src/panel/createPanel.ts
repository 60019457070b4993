import { createContract } from "../contract/createContract.ts";
import type { Json } from "../payload/serializePayload.ts";
import { consentActivities } from "../policy/policy.ts";
import { buildTexts } from "./buildTexts.ts";
import { handle } from "./http/handle.ts";
import type { PanelContext } from "./http/panelContext.ts";
import type { PanelOptions, PanelRequest } from "./panelOptions.ts";
import { readMachine } from "./readMachine.ts";
import { adoptEpoch } from "./rules/adoptEpoch.ts";
import { adoptMachine } from "./rules/adoptMachine.ts";
import { type Enqueued, enqueueReport } from "./rules/enqueueReport.ts";
import { lockAmong, standingOf } from "./rules/otherReplicas.ts";
import { revise } from "./rules/revise.ts";

/** A panel's back end: the whole panel API over one store. */
export interface Panel {
  /** Answers one request to the panel API; it waits until the panel is ready. */
  readonly handle: (request: PanelRequest) => Promise<Response>;
  /** Queues the report of an event, such as a crash, if that was agreed to. */
  readonly enqueueReport: (purpose: string, value: Json) => Promise<Enqueued>;
  /**
   * Resolves when the texts are kept and every grant is outdated that the policy does not
   * cover. Rejects with what the store says.
   */
  readonly ready: Promise<void>;
}

/**
 * Makes a panel, in Node, in a browser, or wherever the Fetch standard is known.
 *
 * @throws {RangeError} from `enqueueReport`, of a purpose that the policy does not have.
 */
export function createPanel({
  policy,
  store,
  viewer,
  payloads,
  sender,
  origins,
  basePath = "/api/privacy",
  lock = null,
  allowUnseen = false,
  resultsUrls = {},
  report = (error, instance) => console.error(instance, error),
  withdrawalWaitMs = 5_000,
  uuid = () => crypto.randomUUID(),
}: PanelOptions): Panel {
  const contract = createContract(policy);
  const { texts, keptTexts } = buildTexts(policy);
  let declared = "";
  /** Tells the other processes what this one stands for, when that has changed. */
  const declare = async () => {
    const standing = standingOf(policy, contract.purposeIds, lock);
    const next = JSON.stringify(standing);
    if (next === declared) return;
    await store.declare(standing);
    declared = next;
  };
  const context: PanelContext = {
    ...{ contract, texts, store, viewer, payloads, sender, allowUnseen, report, uuid },
    ...{ resultsUrls, withdrawalWaitMs },
    activities: consentActivities(policy),
    origins: typeof origins === "function" ? origins : () => origins,
    basePath: basePath.replace(/\/+$/, ""),
    lockOf: (purpose, others) => lockAmong(lock, others, purpose),
    machine: () => readMachine(payloads, (error) => report(error, "machine")),
  };

  const begin = async () => {
    await declare();
    for (const [digest, text] of Object.entries(keptTexts)) {
      await store.keepText(digest, text);
    }
    await store.purge();
    const machine = await context.machine();
    for (const purpose of contract.purposeIds) {
      await store.change(purpose, adoptEpoch);
      await store.change(purpose, (snapshot) => adoptMachine(snapshot, machine));
      await store.change(purpose, (snapshot) => revise(snapshot, policy, uuid));
    }
  };
  const ready = begin();
  let begun = ready;
  // Whoever asks hears of it; until then it is nobody's unhandled rejection.
  ready.catch(() => undefined);

  return {
    ready,
    handle: (request) =>
      handle(context, request, async () => {
        try {
          await begun;
          await declare();
        } catch {
          // The store may be well again.
          begun = begin();
          await begun;
        }
      }),
    enqueueReport: (purpose, value) => {
      const activity = context.activities.find(({ id }) => id === purpose);
      if (!activity) throw new RangeError(`The policy has no purpose "${purpose}".`);
      const facts = { activity, value, uuid, revision: policy.revision.id };
      return store.change(purpose, (snapshot) =>
        enqueueReport(snapshot, { ...facts, lock: context.lockOf(purpose, snapshot) }),
      );
    },
  };
}
