import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Config } from "../../panel/src/config.ts";
import { type RunningPanel, startPanel } from "../../panel/src/startPanel.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import type { Policy } from "../../src/policy/index.ts";
import { makeFolder } from "./folder.ts";
import type { Receiver } from "./receiver.ts";
import { personAt, signIn } from "./signIn.ts";
import { debian } from "./startTestPanel.ts";

interface Start {
  readonly policy?: Policy;
  readonly lock?: Config["lock"];
  readonly isNewEpoch?: boolean;
  readonly vendor?: Config["vendor"];
}

/**
 * A real panel in this process, over an empty store, with a clock that stands still until
 * the test moves it, and nothing left to chance: each random number is a half.
 */
export async function startTimedPanel(start: string, { config }: Receiver) {
  const systemRoot = await makeFolder(debian({ nginx: "1.22.1-9+deb12u1" }));
  const dataFolder = join(await makeFolder(), "data");
  let panel: RunningPanel | undefined;
  let at = Date.parse(start);
  let timer: { readonly run: () => void; readonly at: number } | undefined;

  const open = async ({
    policy = policyInForce("2025-07-24"),
    lock = null,
    isNewEpoch = false,
    vendor = config,
  }: Start = {}) => {
    const { id: policyRevision } = policy.revision;
    panel = await startPanel(
      {
        port: 0,
        dataFolder,
        databaseUrl: undefined,
        systemRoot,
        origin: undefined,
        lock,
        policyRevision,
        isNewEpoch,
        allowUnseen: false,
        token: undefined,
        vendor,
        proxy: undefined,
      },
      policy,
      {
        runsClient: false,
        now: () => new Date(at),
        random: () => 0.5,
        // Months go by without a look at the clock each minute.
        lookMs: 40 * 24 * 60 * 60 * 1000,
        setTimer: (run, ms) => {
          const own = { run, at: at + ms };
          timer = own;
          return () => {
            if (timer === own) timer = undefined;
          };
        },
      },
    );
    await settle();
  };
  /** What its timer says is due is done, at its time, until nothing is due any more. */
  const settle = async (until = at) => {
    while (timer && timer.at <= until) {
      at = Math.max(at, timer.at);
      const { run } = timer;
      timer = undefined;
      run();
      await panel?.tick();
    }
    at = until;
  };
  const stop = async () => {
    await panel?.close();
    panel = undefined;
    timer = undefined;
  };
  const address = () => {
    if (!panel) throw new Error("The panel has been stopped.");
    return panel.address;
  };
  onTestFinished(stop);
  await open();
  const { headers } = await signIn(address(), "admin");

  return {
    address,
    dataFolder,
    person: personAt(address, headers),
    now: () => new Date(at).toISOString(),
    /** Lets time pass while the panel runs. */
    wait: (until: string) => settle(Date.parse(until)),
    /** Does what is due now. */
    settle: () => settle(),
    stop,
    /** Starts it again over the same store, at that time. */
    startAgain: async (when: string, how?: Start) => {
      await stop();
      at = Date.parse(when);
      await open(how);
    },
  };
}

export type TimedPanel = Awaited<ReturnType<typeof startTimedPanel>>;
