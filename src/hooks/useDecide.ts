"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { DecisionAnswer } from "../client/createClient.ts";
import { asKlartextError, type KlartextError } from "../client/errors.ts";
import { payloadQuery, policyQuery, purposesQuery } from "../client/queries.ts";
import { withdrawUntilHeard } from "../client/withdrawUntilHeard.ts";
import type { DecisionRequest } from "../contract/decision.ts";
import { usePrivacy } from "./PrivacyContext.ts";

/** What the person asked for and the panel has not answered yet. */
export type Wish = "grant" | "refuse" | "withdraw";

export interface Decide {
  readonly wish: Wish | undefined;
  /** Why the last wish came to nothing. */
  readonly error: KlartextError | undefined;
  /** Counts the person's own decisions that the panel has taken and the page has read. */
  readonly done: number;
  readonly put: (etag: string, request: DecisionRequest) => void;
  readonly withdraw: (etag: string) => void;
}

/**
 * Carries a person's decision to the panel. A grant is done when the panel said so and is
 * never repeated by itself; a withdrawal is repeated until the panel has it.
 */
export function useDecide(purpose: string): Decide {
  const { client, queryClient } = usePrivacy();

  const [done, setDone] = useState(0);

  const readAgain = () =>
    Promise.all(
      [purposesQuery(client), payloadQuery(client, purpose), policyQuery(client)].map(
        ({ queryKey }) => queryClient.invalidateQueries({ queryKey }),
      ),
    );

  const outcome = {
    networkMode: "always",
    onSuccess: async () => {
      await readAgain();
      setDone((count) => count + 1);
    },
    onError: readAgain,
  } as const;

  const put = useMutation(
    {
      mutationFn: ({ etag, request }: { etag: string; request: DecisionRequest }) =>
        client.putDecision(purpose, etag, request),
      ...outcome,
    },
    queryClient,
  );
  const withdrawal = useMutation(
    {
      mutationFn: (etag: string): Promise<DecisionAnswer> =>
        withdrawUntilHeard(client, purpose, { etag, wait }),
      ...outcome,
    },
    queryClient,
  );

  const error = withdrawal.error ?? put.error;
  return {
    wish: withdrawal.isPending
      ? "withdraw"
      : put.isPending
        ? put.variables.request.decision === "granted"
          ? "grant"
          : "refuse"
        : undefined,
    done,
    error: error ? asKlartextError(error) : undefined,
    put: (etag, request) => {
      withdrawal.reset();
      put.mutate({ etag, request });
    },
    withdraw: (etag) => {
      put.reset();
      withdrawal.mutate(etag);
    },
  };
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
