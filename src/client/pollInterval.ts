import type { Query } from "@tanstack/react-query";
import { ForeignAnswer, KlartextError, PanelProblem } from "./errors.ts";

/** The longest wait after failures, in milliseconds; half as much again is left to chance. */
const maxBackoffMs = 60_000;

/** A timer takes no more than 2³¹ − 1 milliseconds, and fires at once beyond. */
const maxAskedMs = 24 * 60 * 60 * 1000;

interface Streak {
  readonly successes: number;
  readonly errorsBefore: number;
  /** Keeps the pages of many people from asking all at once. */
  readonly jitter: number;
}

const streaks = new WeakMap<object, Streak>();

/**
 * When a query asks next, in milliseconds: twice as long after each failure in a row, and
 * not before the panel said (`Retry-After`, RFC 9110 § 10.2.3).
 */
export function pollInterval(
  query: Pick<Query, "state">,
  pace: number,
  maxMs = maxBackoffMs,
): number {
  const { error, errorUpdateCount, dataUpdateCount } = query.state;
  let streak = streaks.get(query);
  if (streak?.successes !== dataUpdateCount) {
    const errorsBefore = errorUpdateCount - (error ? 1 : 0);
    streak = { successes: dataUpdateCount, errorsBefore, jitter: Math.random() / 2 };
    streaks.set(query, streak);
  }
  const failures = errorUpdateCount - streak.errorsBefore;
  // Signing in is awaited, and turning somebody away costs a panel little.
  const awaitsPerson = error instanceof PanelProblem && error.code === "not-signed-in";
  if (failures === 0 || awaitsPerson) return pace;
  const backedOff =
    Math.max(pace, Math.min(maxMs, pace * 2 ** failures)) * (1 + streak.jitter);
  return Math.max(backedOff, Math.min(maxAskedMs, askedToWait(error) ?? 0));
}

/** How long the panel asked to wait, in milliseconds. */
export function askedToWait(error: unknown): number | undefined {
  if (!(error instanceof KlartextError)) return undefined;
  const { retryAfter } = error;
  // What is not the panel's must not keep a page from finding out that it is back.
  return error instanceof ForeignAnswer && retryAfter !== undefined
    ? Math.min(maxBackoffMs, retryAfter)
    : retryAfter;
}

const lastSeen = new WeakMap<object, { readonly data: string; readonly since: number }>();

/** How often a query has read the same in a row, by what `told` takes of its data. */
export function pollsOfSame(query: Pick<Query, "state">, told: unknown): number {
  const { dataUpdateCount } = query.state;
  const seen = lastSeen.get(query);
  const text = JSON.stringify(told);
  if (seen?.data === text) return dataUpdateCount - seen.since;
  lastSeen.set(query, { data: text, since: dataUpdateCount });
  return 0;
}
