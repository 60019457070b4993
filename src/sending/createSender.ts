import type { PanelOptions, Payloads, SendingFacts } from "../panel/panelOptions.ts";
import { readMachine } from "../panel/readMachine.ts";
import { adoptEpoch } from "../panel/rules/adoptEpoch.ts";
import { adoptMachine } from "../panel/rules/adoptMachine.ts";
import { correctClockSkew } from "../panel/rules/correctClockSkew.ts";
import { isSuperseded, lockAmong } from "../panel/rules/otherReplicas.ts";
import type { PanelStore } from "../panel/store/panelStore.ts";
import { consentActivities, type Policy } from "../policy/policy.ts";
import type { VendorKey } from "../policy/vendorKey.ts";
import { caFingerprints } from "./certificatePins.ts";
import { createConfirmDeletions } from "./confirmDeletions.ts";
import { createLanes } from "./createLanes.ts";
import { createLoop, type LoopParts } from "./createLoop.ts";
import { nextWait } from "./nextWait.ts";
import { createOutcomeWriter } from "./outcomeWriter.ts";
import { requestHeaders } from "./post.ts";
import { type ProxySetting, proxyFor } from "./proxy/proxyFor.ts";
import { queueMonthly } from "./queueMonthly.ts";
import { requireEd25519 } from "./requireEd25519.ts";
import type { SenderContext } from "./senderContext.ts";
import { vendorId } from "./vendorId.ts";

/** What a sender is made of: what may be sent, the store that has it, and the vendor that gets it. */
export interface SenderOptions {
  /** The revision in force, with those before it. */
  readonly policy: Policy;
  /** The panel's store; its clock is the sender's too. */
  readonly store: PanelStore;
  readonly payloads: Payloads;
  /** Why nothing may be sent whatever was decided. @default null */
  readonly lock?: PanelOptions["lock"];
  readonly vendor: {
    /** Where the vendor's `/v1` lies, over https. */
    readonly url: string;
    /** PEM of the authorities that are trusted there; the first says who the vendor is. */
    readonly ca: string;
    /** With which it signs its answers, beside those that the policy names. @default none */
    readonly keys?: readonly VendorKey[];
  };
  /**
   * An HTTP proxy that the vendor is called through, by CONNECT: TLS and the pin hold from
   * end to end. A loopback address is never called through it. @default none
   */
  readonly proxy?: ProxySetting | undefined;
  /**
   * Where failures go that are neither the network's nor the vendor's, such as a proxy that
   * says no. @default `console.error`
   */
  readonly report?: (error: unknown) => void;
  /** From 0 to less than 1. @default `Math.random` */
  readonly random?: () => number;
  /** Makes ids of entries. @default `crypto.randomUUID` */
  readonly uuid?: () => string;
  readonly setTimer?: LoopParts["setTimer"];
  /** Nothing waits longer before the clock is looked at again. @default 60 000 */
  readonly lookMs?: number;
}

/** How often a process that does not send looks whether the one that did has gone. */
const succeedMs = 2_000;

/** What sends, and what the panel says of sending: a panel is given it as its `sender`. */
export interface Sender extends SendingFacts {
  /** From now on what falls due is sent by itself, and what a stopped process left is ended. */
  readonly start: () => void;
  /** Does all that is due, and resolves when every attempt has ended. */
  readonly tick: () => Promise<void>;
  /** Aborts what is open, and resolves when the store is no longer used. */
  readonly close: () => Promise<void>;
}

/**
 * Sends what was agreed to, and has erased what was withdrawn, over TLS with the vendor's
 * own authority. Every attempt is written down before there is a connection.
 *
 * @throws {Error} for a vendor without a certificate or an https address, a key that is not
 *   an Ed25519 one, and a proxy that cannot be used.
 */
export function createSender({
  policy,
  store,
  payloads,
  lock = null,
  vendor: { url, ca, keys = [] },
  proxy: proxySetting,
  report = (error) => console.error(error),
  random = Math.random,
  uuid = () => crypto.randomUUID(),
  setTimer,
  lookMs = 60_000,
}: SenderOptions): Sender {
  const base = url.replace(/\/+$/, "");
  if (new URL(base).protocol !== "https:") throw new TypeError(`${url} is not https:`);
  const fingerprints = caFingerprints(ca);
  const proxy = proxyFor(new URL(base), proxySetting);
  const vendorKeys = [...(policy.vendorKeys ?? []), ...keys];
  vendorKeys.forEach(requireEd25519);
  /** Whether this process is the one that sends, as it was told last. */
  let leads = false;
  /** How many times in a row the store did not do what it was asked. */
  let setbacks = 0;

  const context: SenderContext = {
    ...{ store, payloads, uuid, random },
    activities: consentActivities(policy),
    lockOf: (purpose, others) => lockAmong(lock, others, purpose),
    revision: policy.revision.id,
    vendor: {
      ...{ id: vendorId(ca), ca, proxy, keys: vendorKeys },
      urlOf: (purpose, kind) => `${base}/v1/${kind === "erasure" ? "erasures" : purpose}`,
    },
    attempt: async (step) => {
      try {
        await step();
        return true;
      } catch (error) {
        setbacks += 1;
        report(error);
        return false;
      }
    },
  };
  const { attempt, activities, vendor } = context;
  const outcomeWriter = createOutcomeWriter(context);
  const confirmDeletions = createConfirmDeletions(context);
  const lanes = createLanes({
    ...{ context, outcomeWriter, report, leads: () => leads },
    onSettled: async () => confirmDeletions(await store.read()),
  });

  const work = async () => {
    const before = setbacks;
    await outcomeWriter.retry();
    await attempt(async () => {
      const reading = await store.read();
      leads = await store.lead(!isSuperseded(reading, policy.revision.id));
      if (!leads) return;
      await outcomeWriter.endInterrupted(reading);
      await confirmDeletions(reading);
      const machine = await readMachine(payloads, report);
      for (const purpose of Object.keys(reading.purposes)) {
        await lanes.stop(purpose);
        await store.change(purpose, adoptEpoch);
        if (machine) {
          await store.change(purpose, (snapshot) => adoptMachine(snapshot, machine));
        }
        await store.change(purpose, correctClockSkew);
      }
      const corrected = await store.read();
      // What waits leaves before a host has told its data, which may take its time.
      lanes.start(corrected);
      await Promise.all(
        activities.map((activity) => queueMonthly(corrected, activity, context, report)),
      );
      lanes.start(await store.read());
    });
    await lanes.ended();
    if (setbacks === before) setbacks = 0;
  };
  const loop = createLoop({
    ...{ work, setTimer },
    wait: async () => {
      let wait = lookMs;
      await attempt(async () => {
        const maxMs = leads ? lookMs : Math.min(lookMs, succeedMs);
        wait = leads ? nextWait(await store.read(), context, maxMs) : maxMs;
      });
      return setbacks === 0 ? wait : Math.min(lookMs, 250 * 2 ** Math.min(setbacks, 12));
    },
  });
  const unwatch = store.watch((purpose) => {
    if (purpose === null) {
      leads = false;
      return lanes.abortAll();
    }
    void lanes.stop(purpose).then(loop.arm);
  });

  return {
    start: loop.start,
    tick: loop.tick,
    close: async () => {
      lanes.close();
      await loop.close();
      await lanes.ended();
      await outcomeWriter.retry();
      unwatch();
    },
    transport: (purpose) => {
      const address = vendor.urlOf(purpose, "report");
      return {
        method: "POST",
        url: address,
        headers: { ...requestHeaders(address, "sha-256=:{SHA-256 of the body}:") },
        caFingerprints: [...fingerprints],
        ...(proxy ? { proxy: proxy.shown } : {}),
        vendorKeys,
      };
    },
  };
}
