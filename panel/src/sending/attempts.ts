import * as z from "zod/mini";
import type { Store } from "../database.ts";
import type { Outbox, OutboxItem } from "./outbox.ts";
import type { PostResult } from "./post.ts";
import { backoff } from "./schedule.ts";
import type { TransmissionLog } from "./transmissionLog.ts";

/** Whether a purpose's reports may leave, and under which pseudonym. */
export interface Standing {
  /** `locked`: granted, and nothing leaves for now. `stopped`: what waits is dropped. */
  readonly sending: "allowed" | "locked" | "stopped";
  readonly pseudonym: string | null;
}

export interface AttemptParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly log: TransmissionLog;
  readonly standing: (purpose: string) => Standing;
  readonly now: () => Date;
  readonly random: () => number;
  /** Called within the transaction that removes the pseudonym. */
  readonly onErased: (pseudonym: string, purpose: string) => void;
}

export interface Attempt {
  readonly id: string;
  readonly item: OutboxItem;
}

const confirmation = z.object({
  id: z.string(),
  deleted: z.int().check(z.nonnegative()),
});

/** HTTP statuses after which a report is tried again (RFC 9110 § 15, RFC 6585 § 4). */
const passing = (status: number | null) =>
  status === null || status === 408 || status === 429 || status >= 500;

/** How an attempt begins and ends in the store. */
export function createAttempts(parts: AttemptParts) {
  const { store, outbox, log, standing, now, random, onErased } = parts;

  const drop = (item: OutboxItem) => {
    log.cancelNext(item.id);
    outbox.remove(item.id);
  };
  const later = ({ id, attempts }: OutboxItem): Date => {
    const until = new Date(now().getTime() + backoff(attempts + 1, random()));
    outbox.postpone(id, until);
    return until;
  };

  const endReport = ({ id, item }: Attempt, result: PostResult) => {
    const waits = outbox.find(item.id) !== undefined;
    if (!waits) return log.end(id, result, null);
    if (result.outcome === "aborted") {
      outbox.postpone(item.id, now());
      return log.end(id, result, null);
    }
    if (result.outcome !== "accepted" && passing(result.status)) {
      return log.end(id, result, later(item));
    }
    outbox.remove(item.id);
    log.end(id, result, null);
  };

  const endErasure = ({ id, item }: Attempt, result: PostResult) => {
    const answer = z.safeParse(confirmation, result.json);
    if (result.outcome === "accepted" && answer.data?.id === item.pseudonym) {
      log.end(id, result, null);
      outbox.confirm(item.id, now(), answer.data?.deleted ?? 0);
      log.eraseBodies(answer.data?.id ?? "");
      onErased(answer.data?.id ?? "", item.purpose);
      return;
    }
    const outcome = result.outcome === "accepted" ? "rejected" : result.outcome;
    log.end(id, { ...result, outcome }, later(item));
  };

  return {
    /**
     * Writes the attempt down, if the item is still to be sent. The decision is read in
     * the same transaction, so none leaves that was overtaken by a withdrawal.
     */
    begin: (itemId: string, url: string): Attempt | undefined =>
      store
        .transaction(() => {
          const item = outbox.find(itemId);
          if (!item) return undefined;
          if (item.kind === "report") {
            const { sending, pseudonym } = standing(item.purpose);
            if (sending === "locked") return undefined;
            const other = item.pseudonym !== null && item.pseudonym !== pseudonym;
            if (sending === "stopped" || other) return void drop(item);
          }
          outbox.open(item.id);
          return { id: log.begin(item, url, now()), item };
        })
        .immediate(),
    end: (attempt: Attempt, result: PostResult): void =>
      store
        .transaction(() =>
          attempt.item.kind === "report"
            ? endReport(attempt, result)
            : endErasure(attempt, result),
        )
        .immediate(),
    /** Drops what waits of a purpose. */
    dropWaiting: (purpose: string): void => outbox.waiting(purpose).forEach(drop),
  };
}
