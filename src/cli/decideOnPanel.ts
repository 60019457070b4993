import { setTimeout as sleep } from "node:timers/promises";
import { createDecider, type Decider } from "../client/createDecider.ts";
import { type KlartextError, PanelProblem } from "../client/errors.ts";
import type { WithdrawalStore } from "../client/storedWithdrawal.ts";
import { describeError } from "../describe/describeError.ts";
import { wordOfWish } from "../describe/describeWish.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import type { Task } from "./panelCommand.ts";
import { statusOfError } from "./statusOfError.ts";
import { tellError } from "./tellError.ts";

/** A command that has ended goes on with nothing, so it keeps nothing. */
const keptNowhere: WithdrawalStore = {
  read: () => undefined,
  readOfAnother: () => undefined,
  hasAny: () => false,
  write: () => {},
  outlivesTab: () => false,
  clear: () => {},
};

/**
 * Carries one decision to the panel by the rules of the page: only the panel says yes or no,
 * and what came of it is read before anything is said. Resolves to `done`, or says why not.
 *
 * @param limit Ends the trying.
 * @param failed Called with what the panel, or something in its place, answered instead.
 */
export async function decideOnPanel(
  { client, words, terminal }: Pick<Task, "client" | "words" | "terminal">,
  purpose: string,
  act: (decider: Decider) => Promise<void>,
  limit: AbortSignal,
  failed: (error: KlartextError) => void = () => {},
): Promise<ExitStatus> {
  const decider = createDecider({
    ...{ client, purpose, kept: keptNowhere },
    now: () => new Date(),
    wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
    onAnswer: () => {},
    readAgain: async () => {},
  });
  let told: KlartextError | undefined;
  const unsubscribe = decider.subscribe(() => {
    const { wish } = decider.snapshot();
    const isUnderWay = wish.kind === "withdrawing" || wish.kind === "checking";
    if (!isUnderWay || !wish.error || wish.error === told) return;
    told = wish.error;
    terminal.tell(
      `${words(`status.${waiting[wish.kind]}`)} ${describeError(told, words)}`,
    );
  });
  await Promise.race([act(decider), aborted(limit)]);
  unsubscribe();
  const { wish } = decider.snapshot();
  decider.close();
  switch (wish.kind) {
    case "none":
      return exitStatus.done;
    case "failed":
      failed(wish.error);
      if (!(wish.error instanceof PanelProblem)) {
        terminal.tell(words("problem.not-recorded"));
      }
      tellError(wish.error, words, terminal);
      return statusOfError(wish.error);
    case "withdrawing":
    case "checking":
    case "deciding":
      terminal.tell(words("decide.unknown"));
      return wish.kind !== "deciding" && wish.error
        ? statusOfError(wish.error)
        : exitStatus.notReached;
    default: {
      const word = wordOfWish(wish);
      if (word) terminal.tell(words(word));
      return exitStatus.personNeeded;
    }
  }
}

const waiting = { withdrawing: "not-withdrawn-yet", checking: "checking" } as const;

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
}
