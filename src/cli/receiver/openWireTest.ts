import {
  type ContractRule,
  createSuiteContext,
  NotTried,
  RuleViolation,
  type SuiteContext,
  type SuiteOptions,
} from "../../testing/suite/index.ts";
import { readPurposes } from "../../testing/suite/panelReading.ts";
import type { Receiving } from "../readReceiverOptions.ts";
import type { Terminal } from "../terminal.ts";
import { openReceiver } from "./openReceiver.ts";
import { readLog } from "./readLog.ts";
import { wireRules } from "./rules/index.ts";
import { waitForPanel } from "./waitForPanel.ts";
import type { PanelWatch } from "./watchPanel.ts";
import { createWire } from "./wire.ts";
import { toContractRules } from "./wireRule.ts";

interface WireTestOptions {
  /** Undefined where nothing is received. */
  readonly receiving: Receiving | undefined;
  readonly suite: SuiteOptions;
  readonly watch: PanelWatch;
  readonly terminal: Pick<Terminal, "tell" | "signal">;
}

/** The rules about what travels, and the receiver that they are checked with. */
export interface WireTest {
  /** What a person has to do first. */
  readonly obstacle: string | undefined;
  readonly rules: readonly ContractRule[];
  /** How many deletions the panel still asks for. */
  readonly openDeletions: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** How long nothing may come that must not, in milliseconds. */
const quietMs = 1_500;

/** Starts the receiver, says how a panel sends to it, and waits until one does. */
export async function openWireTest({
  receiving,
  suite,
  watch,
  terminal,
}: WireTestOptions): Promise<WireTest> {
  if (!receiving) {
    return {
      ...{ obstacle: undefined, rules: [], openDeletions: async () => 0 },
      close: async () => undefined,
    };
  }
  const { tell, signal } = terminal;
  const open = await openReceiver(receiving, terminal);
  const { receiver, tick, crash, env } = open;
  tell(
    [
      `Receiving at ${receiver.url}, by the authority ${receiver.fingerprint}.`,
      "Start the panel with these settings, or what stands for them there:",
      ...env.map((line) => `  ${line}`),
    ].join("\n"),
  );
  const context = createSuiteContext(suite);
  const { waitMs, limitMs } = receiving;
  const missing = await waitForPanel(context, { receiver, waitMs, tell, signal });
  const loggedBefore = await entriesOfLog(context);
  const wire = createWire({
    ...{ receiver, watch, loggedBefore, tick, crash, limitMs, quietMs, tell, signal },
  });
  return {
    obstacle: missing && `The panel does not send here: ${missing}`,
    rules: toContractRules(wireRules, wire),
    openDeletions: async () => {
      let count = 0;
      const isOver = async () => {
        count = await countOpen(context);
        return count === 0 || undefined;
      };
      await wire.waitFor("Every deletion is confirmed.", isOver).catch(ignoreBroken);
      return count;
    },
    close: open.close,
  };
}

/** The entries that are there already; none where they cannot be read. */
async function entriesOfLog(context: SuiteContext): Promise<ReadonlySet<string>> {
  const entries = await readLog(context).catch(ignoreBroken);
  return new Set(entries?.map(({ id }) => id));
}

async function countOpen(context: SuiteContext): Promise<number> {
  const { purposes } = await readPurposes(context);
  return Object.values(purposes)
    .flatMap(({ activity }) => activity.deletions)
    .filter(({ state }) => state !== "confirmed").length;
}

/** What is wrong with an answer is for the rules to tell. */
function ignoreBroken(error: unknown): undefined {
  if (!(error instanceof RuleViolation || error instanceof NotTried)) throw error;
}
