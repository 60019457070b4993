import { NotTried, RuleViolation } from "../../testing/suite/index.ts";
import type { Arrival } from "./arrival.ts";
import type { Receiver } from "./startReceiver.ts";
import { createVendorAnswers, type VendorAnswers } from "./vendorAnswers.ts";
import type { PanelWatch } from "./watchPanel.ts";

interface WireOptions {
  readonly receiver: Receiver;
  readonly watch: PanelWatch;
  /** Entries of the log that were there before. */
  readonly loggedBefore: ReadonlySet<string>;
  /** Has the panel do what is due, where it does not by itself. */
  readonly tick?: (() => Promise<void>) | undefined;
  /** Makes something happen that an activity by events reports. */
  readonly crash?: (() => Promise<void>) | undefined;
  /** How long something that has to come is waited for, in milliseconds. */
  readonly limitMs: number;
  /** How long nothing may come that must not, in milliseconds. */
  readonly quietMs: number;
  readonly tell: (line: string) => void;
  /** Aborted when the person wants it to end. */
  readonly signal: AbortSignal;
}

/** What the rules on the wire are checked with. */
export interface Wire extends WireOptions {
  readonly vendor: VendorAnswers;
  /**
   * Resolves with what was found, as soon as it is.
   *
   * @throws {RuleViolation} when it did not come.
   */
  readonly waitFor: <Found>(
    expected: string,
    find: () => Found | undefined | Promise<Found | undefined>,
    limitMs?: number,
  ) => Promise<Found>;
  /** Has the panel do what is due, and waits as long as nothing may come. */
  readonly waitQuietly: (ms?: number) => Promise<void>;
  /** Deletions that were not confirmed in time, and are not waited for again. */
  readonly stuck: Set<string>;
  /** Purposes of which no report came, whose silence is told once. */
  readonly silent: Set<string>;
  /** What a path is answered with from now on. */
  readonly answer: (path: string, answer: VendorAnswers["answer"]) => void;
  /** Takes and confirms everything again, or what comes to one path, and what hangs there. */
  readonly answerNormally: (path?: string) => void;
  /** Reports of a purpose, or erasures, that came after so many arrivals. */
  readonly arrivalsSince: (mark: number, path: string) => readonly Arrival[];
  readonly mark: () => number;
}

/** Once something did not come, whatever else has to come is waited for this long. */
const hastyMs = 10_000;

/** After this long a line says what is waited for, in milliseconds. */
const patience = 3_000;

/** What is not told by a connection is looked at this often, in milliseconds. */
const lookMs = 250;

export function createWire(options: WireOptions): Wire {
  const { receiver, tick, limitMs, quietMs, tell, signal } = options;
  const vendor = createVendorAnswers();
  /** The tick that runs; one that sends what is never answered takes its time. */
  let ticking: Promise<void> | undefined;
  let isHasty = false;
  const keepTicking = () => {
    if (!tick || ticking) return;
    ticking = tick().finally(() => {
      ticking = undefined;
    });
    // Whoever waits next is told what went wrong.
    ticking.catch(() => undefined);
  };
  const answers = new Map<string, VendorAnswers["answer"]>();
  receiver.answerWith((arrival) =>
    (answers.get(arrival.target) ?? vendor.answer)(arrival),
  );

  return {
    ...options,
    vendor,
    answer: (path, answer) => void answers.set(path, answer),
    answerNormally: (path) => {
      if (path === undefined) answers.clear();
      else answers.delete(path);
      receiver.certify("own");
      for (const { target, endedAt, answer } of receiver.arrivals) {
        const isOwn = path === undefined || target === path;
        if (isOwn && endedAt() === undefined) answer({ status: 202 });
      }
    },
    mark: () => receiver.arrivals.length,
    arrivalsSince: (mark, path) =>
      receiver.arrivals.slice(mark).filter(({ target }) => target === path),
    stuck: new Set(),
    silent: new Set(),
    waitFor: async (expected, find, maxMs = limitMs) => {
      const limit = isHasty ? Math.min(maxMs, hastyMs) : maxMs;
      const began = performance.now();
      let isTold = false;
      for (;;) {
        const found = await find();
        if (found !== undefined) return found;
        if (signal.aborted) throw new NotTried("The run was interrupted.");
        const spent = performance.now() - began;
        if (spent >= limit) {
          isHasty = true;
          throw new RuleViolation(
            `${expected} It did not come within ${limit / 1000} s.`,
          );
        }
        if (spent > patience && !isTold) {
          isTold = true;
          tell(`Waiting, at most ${Math.round(limit / 1000)} s, for this: ${expected}`);
        }
        keepTicking();
        await Promise.race([receiver.changed(lookMs), ticking].filter(Boolean));
      }
    },
    waitQuietly: async (ms = quietMs) => {
      keepTicking();
      // One that sends what is never answered may take as long as it likes.
      const waited = performance.now() + Math.max(ms, patience);
      while (ticking && performance.now() < waited && !signal.aborted) {
        await Promise.race([receiver.changed(lookMs), ticking]);
      }
      const end = performance.now() + ms;
      while (performance.now() < end && !signal.aborted)
        await receiver.changed(end - performance.now());
    },
  };
}
