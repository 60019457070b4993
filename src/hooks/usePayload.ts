"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { KlartextError } from "../client/errors.ts";
import type { PayloadAnswer } from "../client/payloadAnswer.ts";
import { payloadQuery } from "../client/queries.ts";
import { type ReadPayload, readPayload } from "../payload/readPayload.ts";
import type { ConsentActivity } from "../policy/policy.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { useSettledError } from "./useSettledError.ts";

export interface ShownPayload {
  /** The bytes on the screen, which a grant is bound to. */
  readonly payload: PayloadAnswer | undefined;
  readonly reading: ReadPayload | undefined;
  /** Whether the panel has other bytes by now. */
  readonly newer: boolean;
  /** Names the newest bytes. */
  readonly latestTag: string | undefined;
  readonly showNewer: () => void;
  readonly error: KlartextError | undefined;
}

/**
 * The bytes that a purpose would send. What is on the screen changes when the person asks
 * for it, or when the person's own decision has changed it (`decided` counts those).
 */
export function usePayload(activity: ConsentActivity, decided: number): ShownPayload {
  const { client, queryClient } = usePrivacy();
  const {
    data: latest,
    error,
    isFetching,
  } = useQuery(payloadQuery(client, activity.id), queryClient);
  const settled = useSettledError(error, isFetching);
  const [shown, setShown] = useState<{ payload: PayloadAnswer; decided: number }>();

  if (latest && (!shown || shown.decided !== decided)) {
    setShown({ payload: latest, decided });
  }
  const payload = shown?.payload;
  const reading = useMemo(
    () => payload && readPayload(payload.bytes, activity.schema),
    [payload, activity.schema],
  );
  return {
    payload,
    reading,
    newer: latest !== undefined && payload !== undefined && latest.etag !== payload.etag,
    latestTag: latest?.etag,
    showNewer: () => latest && setShown({ payload: latest, decided }),
    error: settled,
  };
}
