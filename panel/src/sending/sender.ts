import { type Json, serializePayload } from "../../../src/payload/index.ts";
import { consentActivities, type Policy } from "../../../src/policy/index.ts";
import { type Store, vanish } from "../database.ts";
import { createAttempts, type Standing } from "./attempts.ts";
import { createCalendar } from "./calendar.ts";
import { describeSending } from "./describeSending.ts";
import { createLanes } from "./lanes.ts";
import { createLoop, type LoopParts } from "./loop.ts";
import { createMonthly, type PrepareReport } from "./monthly.ts";
import { createOutbox } from "./outbox.ts";
import { requireDisclosed } from "./requireDisclosed.ts";
import { createTransmissionLog } from "./transmissionLog.ts";

export interface SenderOptions {
  readonly store: Store;
  readonly policy: Policy;
  /** Where reports go, and the PEM of the authorities that are trusted there. */
  readonly vendor: { readonly url: string; readonly ca: string };
  /** Reads the decision; called within the transactions that depend on it. */
  readonly standing: (purpose: string) => Standing;
  readonly prepare: PrepareReport;
  /** The vendor confirmed a deletion. Called within the transaction that forgets the UUID. */
  readonly onErased?: (pseudonym: string, purpose: string) => void;
  /** Where failures go that are neither the network's nor the vendor's. */
  readonly report?: (error: unknown) => void;
  readonly now?: () => Date;
  /** From 0 to less than 1. */
  readonly random?: () => number;
  readonly setTimer?: LoopParts["setTimer"];
}

/**
 * Sends what was agreed to, and erases what was withdrawn. `granted`, `stopped` and
 * `withdrawn` belong into the transaction of the decision: their rows are committed with it.
 */
export function createSender({
  store,
  policy,
  vendor,
  standing,
  prepare,
  onErased = () => undefined,
  report = console.error,
  now = () => new Date(),
  random = Math.random,
  setTimer,
}: SenderOptions) {
  const outbox = createOutbox(store);
  const log = createTransmissionLog(store);
  const calendar = createCalendar(store);
  const attempts = createAttempts({
    ...{ store, outbox, log, standing, now, random },
    onErased: (pseudonym, purpose) => {
      untidy = true;
      onErased(pseudonym, purpose);
    },
  });
  const activities = consentActivities(policy);
  const maySend = (purpose: string) => standing(purpose).sending === "allowed";
  const urlOf = (path: string) => `${vendor.url.replace(/\/+$/, "")}/v1/${path}`;
  const requireThis = (purpose: string, bytes: Uint8Array) =>
    requireDisclosed(policy, purpose, bytes);

  const lanes = createLanes({
    ...{ outbox, attempts, ca: vendor.ca, now, report },
    urlOf: ({ kind, purpose }) => urlOf(kind === "erasure" ? "erasures" : purpose),
    mayLeave: ({ kind, purpose }) => kind === "erasure" || maySend(purpose),
    onEnd: () => {
      tidy();
      loop.arm();
    },
  });
  const enqueueMonthly = createMonthly({
    ...{ store, outbox, calendar, attempts, standing, prepare, now, random, report },
    requireDisclosed: requireThis,
  });

  let untidy = true;

  /**
   * Takes what was deleted out of the files. `secure_delete` overwrites a row where it
   * lies, not where it lay before SQLite moved it to another page: VACUUM does.
   */
  function tidy(): void {
    if (!untidy) return;
    store.exec("VACUUM");
    vanish(store);
    untidy = false;
  }
  const loop = createLoop({
    ...{ now, report, setTimer },
    times: () => {
      const monthly = activities.map(({ id }) => maySend(id) && calendar.nextAt(id));
      return [...lanes.times(), ...monthly, untidy && now()].filter(
        (at) => at instanceof Date,
      );
    },
    work: async () => {
      tidy();
      await Promise.all(activities.map(({ id }) => enqueueMonthly(id)));
      lanes.start();
      loop.arm();
      await lanes.ended();
    },
  });

  function stopped(purpose: string): void {
    attempts.dropWaiting(purpose);
    untidy = true;
    lanes.abortReports(purpose);
    loop.arm();
  }

  store
    .transaction(() => {
      log.endInterrupted();
      outbox.resumeInterrupted(now());
      for (const { id } of activities) {
        if (standing(id).sending === "stopped") attempts.dropWaiting(id);
      }
    })
    .immediate();
  tidy();

  return {
    /** Reports may leave from now on: a monthly one at once, or when it next falls due. */
    granted(purpose: string): void {
      if (activities.find(({ id }) => id === purpose)?.schedule === "monthly") {
        calendar.begin(purpose, now());
      }
      loop.arm();
    },
    /** Refused or outdated: what waits is dropped, what is open is aborted. */
    stopped,
    /** Withdrawn: as `stopped`, and what the vendor holds under the UUID is erased. */
    withdrawn(purpose: string, pseudonym: string | null): void {
      stopped(purpose);
      calendar.end(purpose);
      if (pseudonym !== null) {
        const body = new TextEncoder().encode(serializePayload({ id: pseudonym }));
        outbox.addErasure(purpose, pseudonym, body, now());
      }
      loop.arm();
    },
    /** Queues the report of an event, such as a crash. Without a grant nothing is kept. */
    happened(purpose: string, value: Json): boolean {
      if (!maySend(purpose)) return false;
      const bytes = new TextEncoder().encode(serializePayload(value));
      requireThis(purpose, bytes);
      outbox.addReport(purpose, null, bytes, now());
      loop.arm();
      return true;
    },
    /** Sends all that is due and resolves when every attempt has ended. */
    tick: loop.tick,
    /** From now on what falls due is sent by itself. */
    start: loop.start,
    /** Aborts what is open and resolves when the store is no longer used. */
    async close(): Promise<void> {
      lanes.close();
      await loop.close();
      await lanes.ended();
    },
    ...describeSending({ outbox, log, calendar, ca: vendor.ca, urlOf, maySend }),
  };
}

export type Sender = ReturnType<typeof createSender>;
