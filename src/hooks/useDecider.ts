"use client";
import { notifyManager, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { PanelClient } from "../client/createClient.ts";
import { type Answered, createDecider, type Decider } from "../client/createDecider.ts";
import { payloadQuery, policyQuery, purposesQuery } from "../client/queries.ts";
import type { Wish } from "../client/wish.ts";
import { withDecision } from "../client/withDecision.ts";
import { withdrawalsOf } from "../client/withdrawalsOf.ts";
import type { Purposes } from "../contract/createContract.ts";
import type { Decision } from "../contract/decision.ts";
import { usePrivacy } from "./PrivacyContext.ts";

export interface Deciding
  extends Pick<Decider, "decide" | "withdraw" | "noteDecision" | "tryNow" | "dismiss"> {
  readonly wish: Wish;
  /** What the panel answered last; the state that was read may be older. */
  readonly answered: Answered | undefined;
  /** Counts the person's own decisions that the panel has taken and the page has read. */
  readonly done: number;
  /** Whether one was taken and what follows from it is still being read. */
  readonly isSettling: boolean;
}

/**
 * Carries a viewer's decisions on a purpose to the panel, and what is left of earlier ones.
 * `isFailing` says that the panel's state cannot be read at the moment.
 */
export function useDecider(
  purpose: string,
  viewer: string | undefined,
  isFailing: boolean,
): Deciding {
  const { client, queryClient, tellHost } = usePrivacy();
  const [done, setDone] = useState(0);
  const decider = useMemo(() => {
    const made: Decider = createDecider({
      client,
      purpose,
      kept: withdrawalsOf(client, purpose),
      wait,
      now: () => new Date(),
      readAgain: () => queryClient.refetchQueries(purposesQuery(client)),
      onAnswer: (decision, isConfirmed) => {
        const count = made.snapshot().answers;
        showAnswer(client, queryClient, purpose, decision);
        if (isConfirmed) tellHost({ purpose, decision });
        // Not before those who show what was read have it.
        const settle = () => setDone((before) => Math.max(before, count));
        void readPurposeAgain(client, queryClient, purpose).then(() =>
          notifyManager.schedule(settle),
        );
      },
    });
    return made;
  }, [client, queryClient, purpose, tellHost]);
  const { subscribe, snapshot } = decider;
  const { wish, answered, answers } = useSyncExternalStore(subscribe, snapshot, snapshot);

  useEffect(() => {
    void decider.resume(viewer);
    return decider.close;
  }, [decider, viewer]);

  const wasFailing = useRef(isFailing);
  useEffect(() => {
    if (wasFailing.current && !isFailing) decider.tryNow("due");
    wasFailing.current = isFailing;
  }, [decider, isFailing]);

  return {
    wish,
    answered,
    done,
    isSettling: answers > done,
    noteDecision: decider.noteDecision,
    decide: decider.decide,
    withdraw: decider.withdraw,
    tryNow: decider.tryNow,
    dismiss: decider.dismiss,
  };
}

/** Puts what the panel answered into the cache, whatever comes of reading it again. */
function showAnswer(
  client: PanelClient,
  queryClient: QueryClient,
  purpose: string,
  decision: Decision,
): void {
  const { queryKey } = purposesQuery(client);
  // It was read when it was read, whatever has been answered since.
  const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt;
  const show = (known: Purposes | undefined) => {
    const state = known?.purposes[purpose];
    if (!known || !state) return known;
    const purposes = { ...known.purposes, [purpose]: withDecision(state, decision) };
    return { ...known, purposes };
  };
  queryClient.setQueryData(queryKey, show, updatedAt === undefined ? {} : { updatedAt });
}

function readPurposeAgain(
  client: PanelClient,
  queryClient: QueryClient,
  purpose: string,
) {
  const queries = [
    purposesQuery(client),
    payloadQuery(client, purpose),
    policyQuery(client),
  ];
  return Promise.all(
    queries.map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })),
  );
}

/** Waits for a time, or until the network is back. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    signal.addEventListener("abort", done, { once: true });
  });
}
