import type { createAttempts } from "./attempts.ts";
import type { Outbox, OutboxItem } from "./outbox.ts";
import { post } from "./post.ts";

export interface LaneParts {
  readonly outbox: Outbox;
  readonly attempts: ReturnType<typeof createAttempts>;
  readonly ca: string;
  readonly urlOf: (item: OutboxItem) => string;
  readonly mayLeave: (item: OutboxItem) => boolean;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
  /** Called whenever an attempt or a lane has ended. */
  readonly onEnd: () => void;
}

/**
 * One lane for each pseudonym, and one for each purpose that has none: in a lane only one
 * request is open at a time, so an erasure leaves when nothing of its UUID is open.
 */
export function createLanes(parts: LaneParts) {
  const { outbox, attempts, ca, urlOf, mayLeave, now, report, onEnd } = parts;
  const lanes = new Map<string, Promise<void>>();
  const open = new Map<AbortController, OutboxItem>();
  let closed = false;

  const laneOf = ({ pseudonym, purpose }: OutboxItem) => pseudonym ?? purpose;
  const due = () =>
    outbox
      .times()
      .filter(({ item, at }) => at <= now() && mayLeave(item))
      .map(({ item }) => item);

  const deliver = async (item: OutboxItem): Promise<void> => {
    const url = urlOf(item);
    const attempt = attempts.begin(item.id, url);
    if (!attempt) return;
    const controller = new AbortController();
    open.set(controller, item);
    const { signal } = controller;
    const result = await post({ url, ca, body: item.body, signal });
    open.delete(controller);
    attempts.end(attempt, result);
    onEnd();
  };
  const run = async (lane: string): Promise<void> => {
    while (!closed) {
      const next = due().find((item) => laneOf(item) === lane);
      if (!next) return;
      await deliver(next);
    }
  };

  return {
    /** Starts a lane for whatever is due and has none. */
    start(): void {
      for (const lane of new Set(closed ? [] : due().map(laneOf))) {
        if (lanes.has(lane)) continue;
        const ended = run(lane)
          .catch(report)
          .finally(() => {
            lanes.delete(lane);
            onEnd();
          });
        lanes.set(lane, ended);
      }
    },
    /** When the next item may be tried whose lane is free. */
    times: (): readonly Date[] =>
      outbox
        .times()
        .filter(({ item }) => !lanes.has(laneOf(item)) && mayLeave(item))
        .map(({ at }) => at),
    /** Resolves when every lane has ended. */
    ended: async (): Promise<void> => void (await Promise.all(lanes.values())),
    /** Aborts the reports of a purpose that are open. */
    abortReports(purpose: string): void {
      for (const [controller, item] of open) {
        if (item.purpose === purpose && item.kind === "report") controller.abort();
      }
    },
    /** Aborts whatever is open; no lane starts any more. */
    close(): void {
      closed = true;
      for (const controller of open.keys()) controller.abort();
    },
  };
}
