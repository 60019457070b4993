import type { DecisionRequest } from "../contract/decision.ts";
import { type CarryOptions, carryWithdrawal } from "./carryWithdrawal.ts";
import type { DecisionAnswer } from "./createClient.ts";
import { asKlartextError, OutsideContract } from "./errors.ts";
import { holdsDecision } from "./holdsDecision.ts";
import { isPassing } from "./isPassing.ts";
import type { KeptWithdrawal, WithdrawalStore } from "./keptWithdrawal.ts";
import { isOpen, noWish, reduceWish, type Wish, type WishEvent } from "./wish.ts";

export interface DeciderOptions extends Omit<CarryOptions, "isCurrent" | "onLost"> {
  readonly kept: WithdrawalStore;
  readonly now: () => Date;
  /**
   * Shows what the panel answered, before the wish for it is said to be settled;
   * `isConfirmed` tells whether the panel has what was wished.
   */
  readonly heard: (answer: DecisionAnswer, isConfirmed: boolean) => Promise<unknown>;
  /** Reads the panel's state anew, where an answer did not tell it. */
  readonly readAgain: () => Promise<unknown>;
}

export interface Decider {
  readonly wish: () => Wish;
  readonly subscribe: (changed: () => void) => () => void;
  /** Grants or refuses the decision that was seen under `etag`; while one is open: nothing. */
  readonly decide: (etag: string, request: DecisionRequest) => Promise<void>;
  /** Withdraws at once, also over a grant that is on its way, until the panel has it. */
  readonly withdraw: (etag: string, viewer: string) => Promise<void>;
  /** Goes on with a withdrawal of the same viewer that the panel may not have. */
  readonly resume: (viewer: string) => Promise<void>;
  readonly dismiss: () => void;
  /** Stops trying; what is kept is resumed later. */
  readonly close: () => void;
}

/** Carries the wishes for one purpose to its panel. */
export function createDecider({
  client,
  purpose,
  kept,
  wait,
  now,
  heard,
  readAgain,
}: DeciderOptions): Decider {
  let wish = noWish;
  /** Counts the wishes; what answers an older one is not heard any more. */
  let turn = 0;
  const listeners = new Set<() => void>();

  const tell = (at: number, event: WishEvent) => {
    if (at !== turn) return;
    wish = reduceWish(wish, event);
    for (const changed of listeners) changed();
  };

  const settle = async (at: number, answer: DecisionAnswer, event: WishEvent) => {
    const isConfirmed = event.type === "settled" || (event.type === "read" && event.has);
    if (at === turn) await heard(answer, isConfirmed);
    tell(at, event);
  };

  const deny = async (at: number, error: unknown) => {
    await readAgain();
    tell(at, { type: "denied", error: asKlartextError(error) });
  };

  /** After a lost answer: what the panel has is read before anything is said. */
  const checkOutcome = async (at: number, request: DecisionRequest) => {
    for (let attempt = 0; at === turn; attempt += 1) {
      try {
        const answer = await client.getDecision(purpose);
        const has = holdsDecision(answer.decision, request);
        return await settle(at, answer, { type: "read", has });
      } catch (error) {
        if (!isPassing(error)) return deny(at, error);
        await wait(attempt);
      }
    }
  };

  const carry = async (withdrawal: KeptWithdrawal, readsFirst: boolean) => {
    turn += 1;
    const at = turn;
    tell(at, { type: "withdraw", since: withdrawal.since });
    const end = await carryWithdrawal(withdrawal, readsFirst, {
      client,
      purpose,
      wait,
      isCurrent: () => at === turn,
      onLost: (error) => tell(at, { type: "lost", error }),
    });
    if (at !== turn || end.type === "given-up") return;
    if (end.type === "signed-out") {
      tell(at, end);
      return void (await readAgain());
    }
    if (end.type === "found-another") {
      return tell(at, { type: "found-another", since: withdrawal.since });
    }
    kept.clear();
    if (end.type === "denied") return deny(at, end.error);
    await settle(at, end.answer, { type: end.type });
  };

  return {
    wish: () => wish,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    decide: async (etag, request) => {
      if (isOpen(wish)) return;
      turn += 1;
      const at = turn;
      tell(at, { type: "decide", request });
      try {
        const answer = await client.putDecision(purpose, etag, request);
        await settle(at, answer, { type: "settled" });
      } catch (error) {
        if (!leavesOpen(error)) return deny(at, error);
        tell(at, { type: "lost", error: asKlartextError(error) });
        await checkOutcome(at, request);
      }
    },
    withdraw: async (etag, viewer) => {
      if (wish.kind === "withdrawing") return;
      const overtaken =
        wish.kind === "deciding" || wish.kind === "checking" ? wish.request : undefined;
      const withdrawal: KeptWithdrawal = {
        viewer,
        etag,
        since: now().toISOString(),
        ...(overtaken ? { overtaken } : {}),
      };
      kept.write(withdrawal);
      await carry(withdrawal, false);
    },
    resume: async (viewer) => {
      const found = kept.read();
      if (!found || wish.kind === "withdrawing") return;
      if (found.viewer === viewer) return carry(found, true);
      tell(turn, { type: "found-another", since: found.since });
    },
    dismiss: () => tell(turn, { type: "dismiss" }),
    close: () => {
      turn += 1;
      wish = noWish;
    },
  };
}

/** Whether an error leaves open what the panel did. */
function leavesOpen(error: unknown): boolean {
  return isPassing(error) || error instanceof OutsideContract;
}
