import { setTimeout as sleep } from "node:timers/promises";
import { asKlartextError } from "../client/errors.ts";
import { retryDelay } from "../client/retryDelay.ts";
import type { PurposeState } from "../contract/purposeState.ts";
import { describeDeletion } from "../describe/describeDeletion.ts";
import { describeError } from "../describe/describeError.ts";
import type { Task } from "./panelCommand.ts";

/** How often the panel is asked, in milliseconds. */
const pace = 1_000;

/** Whether the vendor has data of a consent that was withdrawn, or may still get some. */
export function isDeletionOpen({ activity }: PurposeState): boolean {
  return (
    activity.openSends > 0 ||
    activity.deletions.some(({ state }) => state !== "confirmed")
  );
}

interface Waiter extends Pick<Task, "words" | "language"> {
  readonly client: Pick<Task["client"], "getPurposes">;
  readonly terminal: Pick<Task["terminal"], "tell">;
}

/**
 * Resolves once the vendor has confirmed every deletion of some purposes, when `limit` ends
 * it, or where the panel cannot ask for them; says meanwhile how far they are. Resolves to
 * whether any is open.
 */
export async function waitForDeletions(
  { client, words, language, terminal }: Waiter,
  ids: readonly string[],
  limit: AbortSignal,
): Promise<boolean> {
  let said = "";
  for (let failures = 0; ; ) {
    let pause = pace;
    try {
      const { purposes } = await client.getPurposes();
      failures = 0;
      const states = ids.flatMap((id) => purposes[id] ?? []);
      const open = states.filter(isDeletionOpen);
      if (open.length === 0) return false;
      const lines = states
        .flatMap(({ activity }) => activity.deletions)
        .filter(({ state }) => state !== "confirmed")
        .map((one) => describeDeletion(one, words, language))
        .join("\n");
      if (lines !== said) terminal.tell(lines);
      said = lines;
      if (open.every(({ transport }) => transport === null)) return true;
    } catch (thrown) {
      const error = asKlartextError(thrown);
      terminal.tell(describeError(error, words));
      pause = retryDelay(failures, error.retryAfter);
      failures += 1;
    }
    if (limit.aborted) return true;
    await sleep(pause, undefined, { signal: limit }).catch(() => {});
  }
}
