import type { Decision } from "../contract/decision.ts";
import type { DecisionRequest } from "../contract/decisionRequest.ts";
import { createPauses, type Wake } from "./createPauses.ts";
import { answersDecision, askedToDecide, decisionOutcome } from "./decisionOutcome.ts";
import {
  type DeliveryOptions,
  deliverWithdrawal,
  isUnseen,
  readPurpose,
} from "./deliverWithdrawal.ts";
import { type KlartextError, PanelProblem } from "./errors.ts";
import type { StoredWithdrawal, WithdrawalStore } from "./storedWithdrawal.ts";
import {
  isFulfilled,
  isOpen,
  noWish,
  reduceWish,
  type Wish,
  type WishEvent,
} from "./wish.ts";

interface DeciderOptions extends Pick<DeliveryOptions, "client" | "purpose"> {
  readonly kept: WithdrawalStore;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or when there is reason to try earlier. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Takes what the panel has, and whether that is what was wished, once it is settled. */
  readonly onAnswer: (decision: Decision, isConfirmed: boolean) => void;
  /** Reads the panel's state anew, where an answer did not tell it. */
  readonly readAgain: () => Promise<unknown>;
}

/** A decision that the panel answered with, and the epoch that was known then. */
export interface Answered {
  readonly decision: Decision;
  readonly epoch: string | undefined;
}

/** What a decider has to say at one moment. */
interface DeciderSnapshot {
  readonly wish: Wish;
  /** What the panel answered last; a state that was read in the same epoch may be older. */
  readonly answered: Answered | undefined;
  /** Counts the answers. */
  readonly answers: number;
}

export interface Decider {
  readonly snapshot: () => DeciderSnapshot;
  readonly subscribe: (changed: () => void) => () => void;
  /** Grants or refuses in place of the decision that was seen; while one is open: nothing. */
  readonly decide: (sequence: number, request: DecisionRequest) => Promise<void>;
  /**
   * Withdraws at once, also over a grant that is on its way, until the panel has it. Viewer
   * and sequence are missing where the panel's state could not be read.
   */
  readonly withdraw: (
    sequence: number | undefined,
    viewer: string | undefined,
  ) => Promise<void>;
  /** Goes on with a withdrawal of the same viewer that the panel may not have. */
  readonly resume: (viewer: string | undefined) => Promise<void>;
  /**
   * Takes note of a decision that was read, and by whom: it may be what is wished, or the
   * person may be back whose withdrawal waits.
   */
  readonly noteDecision: (decision: Decision, viewer: string) => void;
  /** Tries at once what is waiting, as the person asks (`asked`), or as it may succeed now. */
  readonly tryNow: (why: Wake) => void;
  /** Lets be what came to nothing, or is asked about. */
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
  onAnswer,
  readAgain,
}: DeciderOptions): Decider {
  let snapshot: DeciderSnapshot = { wish: noWish, answered: undefined, answers: 0 };
  /** Counts the wishes; what answers an older one counts no more. */
  let wishNumber = 0;
  const { pause, asked, wake } = createPauses(wait);
  /** The withdrawal that the person is asked about. */
  let question: StoredWithdrawal | undefined;
  /** The sequence that was read when a wish had come to nothing. */
  let failedAt: number | undefined;
  /** Whether somebody has put out of sight what another person's withdrawal waits for. */
  let isSetAside = false;
  const listeners = new Set<() => void>();

  const become = (changes: Partial<DeciderSnapshot>) => {
    snapshot = { ...snapshot, ...changes };
    for (const changed of listeners) changed();
  };

  const tell = (at: number, event: WishEvent) => {
    if (at !== wishNumber) return;
    become({ wish: reduceWish(snapshot.wish, event) });
  };

  const settle = (at: number, decision: Decision, event: WishEvent) => {
    if (at !== wishNumber) return;
    // Together, for a wish and a state that contradict each other are never to be seen.
    become({
      wish: reduceWish(snapshot.wish, event),
      answered: { decision, epoch: client.lastSeen(purpose)?.epoch },
      answers: snapshot.answers + 1,
    });
    onAnswer(decision, event.type === "settled" || (event.type === "read" && event.has));
  };

  const deny = async (at: number, error: KlartextError) => {
    failedAt = undefined;
    await readAgain();
    tell(at, { type: "denied", error });
  };

  /** Until it is known what the panel has, nothing is said of it. */
  const checkOutcome = async (
    at: number,
    sequence: number,
    request: DecisionRequest,
    of: KlartextError,
  ) => {
    for (let attempt = 0; at === wishNumber; attempt += 1) {
      const read = await readPurpose(client, purpose);
      if (at !== wishNumber) return;
      if (read.type === "read") {
        const { decision } = read.state;
        const has = answersDecision(decision, request, sequence);
        failedAt = decision.sequence;
        return settle(at, decision, { type: "read", has, error: of });
      }
      tell(at, { type: "lost", error: read.error });
      await pause(attempt, read.error);
    }
  };

  const carry = async (withdrawal: StoredWithdrawal, readsFirst: boolean) => {
    wishNumber += 1;
    const at = wishNumber;
    const { since, sequence, viewer } = withdrawal;
    tell(at, {
      type: "withdraw",
      since,
      goesOn: isUnseen(withdrawal)
        ? "by-asking"
        : kept.outlivesTab(viewer)
          ? "always"
          : "while-open",
      ...(sequence === undefined ? {} : { sequence }),
    });
    const end = await deliverWithdrawal(withdrawal, readsFirst, {
      client,
      purpose,
      pause,
      asked,
      isCurrent: () => at === wishNumber,
      onLost: (error) => {
        tell(at, { type: "lost", error });
        // What the panel tells nobody is not to be seen any longer.
        if (error instanceof PanelProblem && error.code === "not-signed-in") {
          void readAgain();
        }
      },
    });
    if (at !== wishNumber || end.type === "given-up") return;
    if (end.type === "found-another") {
      return tell(at, { type: "found-another", since: withdrawal.since });
    }
    if (end.type === "decided-anew") {
      question = withdrawal;
      kept.write({ ...withdrawal, waitsFor: "person" });
      return settle(at, end.decision, end);
    }
    kept.clear(viewer);
    if (end.type === "denied") return deny(at, end.error);
    settle(at, end.decision, { type: "settled" });
  };

  /** Whoever decides, or lets it be, has said what is to hold. */
  const answerQuestion = () => {
    if (question) kept.clear(question.viewer);
    question = undefined;
  };

  /** What came to nothing is said until there is another decision. */
  const endFailure = ({ sequence }: Decision) => {
    if (snapshot.wish.kind !== "failed") return;
    failedAt ??= sequence;
    if (sequence > failedAt) tell(wishNumber, { type: "dismiss" });
  };

  const resume = async (viewer: string | undefined) => {
    const { wish } = snapshot;
    if (wish.kind !== "none" && wish.kind !== "withdrawal-of-another") return;
    const found = kept.read(viewer);
    if (found) return carry(found, true);
    const other = viewer === undefined ? undefined : kept.readOfAnother(viewer);
    if (other) tell(wishNumber, { type: "found-another", since: other.since });
  };

  return {
    snapshot: () => snapshot,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    decide: async (sequence, request) => {
      if (isOpen(snapshot.wish)) return;
      answerQuestion();
      wishNumber += 1;
      const at = wishNumber;
      tell(at, { type: "decide", request, sequence });
      const outcome = await decisionOutcome(
        client.putDecision(purpose, sequence, request, () => at === wishNumber),
        askedToDecide(request, sequence),
      );
      if (outcome.type === "done") {
        return settle(at, outcome.decision, { type: "settled" });
      }
      if (outcome.type === "unknown") {
        tell(at, { type: "lost", error: outcome.error });
        return checkOutcome(at, sequence, request, outcome.error);
      }
      const { problem } = outcome;
      // Something on the way may have sent it twice: then the first one is what changed it.
      return problem.code === "decision-changed"
        ? checkOutcome(at, sequence, request, problem)
        : deny(at, problem);
    },
    withdraw: async (sequence, viewer) => {
      const { wish } = snapshot;
      if (wish.kind === "withdrawing") return;
      const overtaken =
        wish.kind === "deciding" || wish.kind === "checking" ? wish.request : undefined;
      const epoch = client.lastSeen(purpose)?.epoch;
      const withdrawal: StoredWithdrawal = {
        since: now().toISOString(),
        ...(epoch === undefined ? {} : { epoch }),
        ...(viewer === undefined ? {} : { viewer }),
        ...(sequence === undefined ? {} : { sequence }),
        ...(overtaken ? { overtaken } : {}),
      };
      kept.write(withdrawal);
      await carry(withdrawal, false);
    },
    resume,
    noteDecision: (decision, viewer) => {
      const { wish } = snapshot;
      const isBack = wish.kind === "none" && isSetAside && kept.read(viewer);
      if (isBack || wish.kind === "withdrawal-of-another") {
        isSetAside = false;
        return void resume(viewer);
      }
      if (!isFulfilled(wish, decision)) return endFailure(decision);
      if (wish.kind === "withdrawing") kept.clear(viewer);
      wishNumber += 1;
      settle(wishNumber, decision, { type: "settled" });
      wake("due");
    },
    tryNow: wake,
    dismiss: () => {
      // What somebody else began stays theirs.
      isSetAside = snapshot.wish.kind === "withdrawal-of-another";
      answerQuestion();
      tell(wishNumber, { type: "dismiss" });
    },
    close: () => {
      wishNumber += 1;
      question = undefined;
      snapshot = { ...snapshot, wish: noWish, answered: undefined };
      wake("due");
    },
  };
}
