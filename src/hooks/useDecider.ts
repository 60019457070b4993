"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { DecisionAnswer, PanelClient } from "../client/createClient.ts";
import { createDecider, type Decider } from "../client/createDecider.ts";
import { keepWithdrawal } from "../client/keptWithdrawal.ts";
import { payloadQuery, policyQuery, purposesQuery } from "../client/queries.ts";
import type { Wish } from "../client/wish.ts";
import { usePrivacy } from "./PrivacyContext.ts";

export interface Deciding extends Pick<Decider, "decide" | "withdraw" | "dismiss"> {
  readonly wish: Wish;
  /** Counts the person's own decisions that the panel has taken and the page has read. */
  readonly done: number;
}

/**
 * Carries a viewer's decisions on a purpose to the panel, and what is left of earlier ones.
 * `readAt` is when the panel's state was last read, in milliseconds.
 */
export function useDecider(purpose: string, viewer: string, readAt: number): Deciding {
  const { client, queryClient, tellHost } = usePrivacy();
  const [done, setDone] = useState(0);

  const decider = useMemo(() => {
    const readAgain = () => readPurposeAgain(client, queryClient, purpose);
    return createDecider({
      client,
      purpose,
      kept: keepWithdrawal(client.baseUrl, purpose),
      wait,
      now: () => new Date(),
      readAgain,
      heard: async (answer, isConfirmed) => {
        showAnswer(client, queryClient, purpose, answer);
        if (isConfirmed) tellHost({ purpose, decision: answer.decision });
        await readAgain();
        setDone((count) => count + 1);
      },
    });
  }, [client, queryClient, purpose, tellHost]);
  const wish = useSyncExternalStore(decider.subscribe, decider.wish, decider.wish);

  useEffect(() => {
    void decider.resume(viewer);
    return decider.close;
  }, [decider, viewer]);

  // A reading that succeeds after HTTP 401 means that somebody has signed in again.
  useEffect(() => {
    if (readAt > 0 && decider.wish().kind === "withdrawing-signed-out") {
      void decider.resume(viewer);
    }
  }, [decider, viewer, readAt]);

  return {
    wish,
    done,
    decide: decider.decide,
    withdraw: decider.withdraw,
    dismiss: decider.dismiss,
  };
}

/** Puts what the panel answered into the cache, whatever comes of reading it again. */
function showAnswer(
  client: PanelClient,
  queryClient: QueryClient,
  purpose: string,
  answer: DecisionAnswer,
): void {
  queryClient.setQueryData(purposesQuery(client).queryKey, (known) => {
    const state = known?.purposes[purpose];
    if (!known || !state) return known;
    return {
      ...known,
      purposes: { ...known.purposes, [purpose]: { ...state, ...answer } },
    };
  });
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

/** Waits longer each time, up to half a minute, or until the network is back. */
function wait(attempt: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(30_000, 1_000 * 2 ** attempt));
    addEventListener("online", done);
  });
}
