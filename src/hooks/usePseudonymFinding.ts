"use client";
import { useEffect, useRef, useState } from "react";
import { type PseudonymFinding, pseudonymFinding } from "../client/pseudonymFinding.ts";
import { purposesQuery } from "../client/queries.ts";
import type { PurposeState } from "../contract/purposeState.ts";
import type { ConsentActivity } from "../policy/policy.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { type FirstSeen, useFirstSeen } from "./useFirstSeen.ts";
import type { ShownPayload } from "./usePayload.ts";

export interface ReadPurpose {
  readonly activity: ConsentActivity;
  readonly purpose: PurposeState;
  /** The epoch of the panel's store that it was read in. */
  readonly epoch: string;
  /** Since when the decision on it is known, if it was before it was shown. */
  readonly firstSeen: FirstSeen | undefined;
  /** Whether the person's own decision is on its way. */
  readonly isSettling: boolean;
}

/**
 * What is wrong with the pseudonym's place in the bytes on the screen. State and bytes are
 * read one after the other, and somebody may decide in between: where they contradict each
 * other, the state is asked for once more, and is `"unconfirmed"` until the answer.
 */
export function usePseudonymFinding(
  { activity, purpose, epoch, firstSeen, isSettling }: ReadPurpose,
  { reading, readAt, newer, payload }: ShownPayload,
): PseudonymFinding | "unconfirmed" | undefined {
  const { client, queryClient } = usePrivacy();
  const { sequence } = purpose.decision;
  const seenAt = useFirstSeen(sequence, firstSeen);
  const isLater = readAt > seenAt && !newer && !isSettling;
  const finding =
    isLater && reading?.status === "readable"
      ? pseudonymFinding(activity, purpose, reading.places)
      : undefined;

  const digest = payload?.check.digest;
  const doubt = finding && [finding, epoch, sequence, digest].join(" ");
  const [confirmed, setConfirmed] = useState<string>();
  const isConfirmed = doubt === confirmed;
  const { id } = activity;
  const asked = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reading is an occasion
  useEffect(() => {
    // A slow panel gets the time it needs: what is asked is not begun anew by each reading.
    if (doubt === undefined || isConfirmed || asked.current === doubt) return;
    asked.current = doubt;
    const { queryKey } = purposesQuery(client);
    const end = () => {
      if (asked.current === doubt) asked.current = undefined;
    };
    const compare = () => {
      end();
      const now = queryClient.getQueryData(queryKey);
      const isAsItWas =
        now?.store.epoch === epoch && now.purposes[id]?.decision.sequence === sequence;
      if (isAsItWas) setConfirmed(doubt);
    };
    queryClient
      .refetchQueries({ queryKey, exact: true }, { throwOnError: true })
      // What cannot be read is said elsewhere, and the next reading asks again.
      .then(compare, end);
  }, [doubt, isConfirmed, client, queryClient, epoch, id, sequence, readAt]);
  return finding && !isConfirmed ? "unconfirmed" : finding;
}
