import { onTestFinished } from "vitest";
import type { Lock } from "../../src/contract/purposeState.ts";
import { buildTexts } from "../../src/panel/buildTexts.ts";
import { createMemoryStore, type PanelStore } from "../../src/panel/index.ts";
import { payloadBytes } from "../../src/panel/payloadBytes.ts";
import { decide } from "../../src/panel/rules/decide.ts";
import { describeTransmission } from "../../src/panel/rules/describeEntry.ts";
import { describePurpose } from "../../src/panel/rules/describePurpose.ts";
import { enqueueReport } from "../../src/panel/rules/enqueueReport.ts";
import { isProblem } from "../../src/panel/rules/problem.ts";
import { sha256Digest } from "../../src/panel/sha256.ts";
import type { Json } from "../../src/payload/index.ts";
import { type CrashReport, liveConfigPolicy, nilUuid } from "../../src/policy/index.ts";
import { consentActivity } from "../../src/policy/policy.ts";
import {
  createSender,
  type Sender,
  type SenderOptions,
} from "../../src/sending/index.ts";
import { openSqliteStore } from "../../src/stores/sqlite/index.ts";
import { transport } from "../../src/testing/fixtures.ts";
import { makeFolder } from "./folder.ts";

export const crashes = "crash-reports";
export const statistics = "server-statistics";
export const crash: CrashReport = {
  version: "0.1.0",
  libraries: [],
  stackTrace: { process: "client", signal: 6, addresses: [{ address: "0x1" }] },
};
export const told: Json = {
  ...{ id: nilUuid, distribution: { name: "Debian", version: "12" } },
  ...{ version: "0.1.0", services: [] },
};

/** What a store does when it is asked for something; a test puts faults here. */
export type Fault = (verb: "change" | "purge", next: () => Promise<unknown>) => unknown;

const policy = liveConfigPolicy();
const { texts } = buildTexts(policy);
const admin = { id: "admin", name: "Admin" };

export const storeKinds = ["memory", "sqlite"] as const;

/** A sender over a store, with a clock and a vendor that the test moves. */
export async function startSenderWorld(
  kind: (typeof storeKinds)[number],
  vendor: { readonly url: string; readonly ca: string },
  proxy?: SenderOptions["proxy"],
) {
  const folder = await makeFolder();
  const errors: unknown[] = [];
  let clock = new Date("2026-01-31T10:00:00.000Z");
  let payload: Json | Error = told;
  let lock: Lock | null = null;
  let fault: Fault = (_verb, next) => next();
  let timer: { readonly run: () => void; readonly ms: number } | undefined;
  let named = vendor;
  const now = () => clock;
  const open = (): PanelStore =>
    kind === "sqlite" ? openSqliteStore({ folder, now }) : createMemoryStore({ now });
  let kept = open();
  let sender: Sender;

  const start = () => {
    const store: PanelStore = {
      ...kept,
      change: async <Result>(...given: Parameters<typeof kept.change<Result>>) =>
        (await fault("change", () => kept.change(...given))) as Result,
      purge: async () => (await fault("purge", kept.purge)) as boolean,
    };
    sender = createSender({
      ...{ policy, store, vendor: named, proxy, random: () => 0 },
      report: (error) => errors.push(error),
      lock: () => lock,
      payloads: {
        read: () => {
          if (payload instanceof Error) throw payload;
          return payload;
        },
      },
      setTimer: (run, ms) => {
        const own = { run, ms };
        timer = own;
        return () => {
          if (timer === own) timer = undefined;
        };
      },
    });
  };
  start();
  onTestFinished(async () => {
    await sender.close();
    await kept.close();
  });

  const uuid = () => crypto.randomUUID();
  const activityOf = (purpose: string) => {
    const activity = consentActivity(policy, purpose);
    if (!activity) throw new RangeError(purpose);
    return activity;
  };
  const act = (
    purpose: string,
    command: (etag: string, digest: string) => Parameters<typeof decide>[1],
  ) =>
    kept.change(purpose, (snapshot) => {
      const facts = { lock, transport, resultsUrl: null };
      const { etag, activity } = describePurpose(snapshot, facts);
      const value = purpose === statistics ? told : { ...crash };
      const bytes = snapshot.items[0]?.bytes ?? payloadBytes(value, activity.pseudonym);
      const decided = decide(snapshot, command(etag, sha256Digest(bytes)), {
        ...{ policy, texts, lock, allowUnseen: false, textKnown: true, uuid },
        activity: activityOf(purpose),
        payload: { status: "told", value },
      });
      if (isProblem(decided)) throw new Error(decided.problem);
      return decided;
    });
  const read = async (purpose: string) => {
    const reading = (await kept.read()).purposes[purpose];
    if (!reading) throw new RangeError(purpose);
    return describePurpose(reading, { lock, transport, resultsUrl: null });
  };

  return {
    ...{ folder, errors, read },
    get sender() {
      return sender;
    },
    timer: () => timer,
    setClock: (at: string) => {
      clock = new Date(at);
    },
    setPayload: (next: Json | Error) => {
      payload = next;
    },
    setLock: (next: Lock | null) => {
      lock = next;
    },
    setFault: (next: Fault) => {
      fault = next;
    },
    grant: (purpose: string) =>
      act(purpose, (ifMatch, payloadDigest) => ({
        ...{ type: "grant", by: admin, via: "page", ifMatch },
        request: {
          ...{ decision: "granted", revision: policy.revision.id, language: "de" },
          ...{ textDigest: texts.de.digest, payloadDigest },
        },
      })),
    withdraw: (purpose: string) =>
      act(purpose, () => ({ type: "withdraw", by: admin, via: "page" })),
    enqueue: (value: Json = { ...crash }) =>
      kept.change(crashes, (snapshot) =>
        enqueueReport(snapshot, {
          ...{ lock, value, uuid, revision: policy.revision.id },
          activity: activityOf(crashes),
        }),
      ),
    log: async () => {
      const { purposes } = await kept.read();
      const items = Object.values(purposes).flatMap((purpose) => purpose.items);
      return (await kept.page("transmission", 50)).map((entry) =>
        describeTransmission(entry, items),
      );
    },
    queued: async (purpose: string) => {
      const { items = [] } = (await kept.read()).purposes[purpose] ?? {};
      return items.map(({ bytes }) => new TextDecoder().decode(bytes));
    },
    /** Another sender over the same store, for another vendor if one is given. */
    restart: async (next: typeof vendor = named) => {
      await sender.close();
      named = next;
      start();
    },
    /** As a process that is killed: nothing is written any more, and its locks are gone. */
    killAndRestart: async () => {
      fault = () => new Promise(() => {});
      await kept.close();
      kept = open();
      fault = (_verb, next) => next();
      start();
    },
  };
}
