"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { KlartextError } from "../client/errors.ts";
import type { PayloadAnswer } from "../client/payloadAnswer.ts";
import { payloadQuery, policyQuery } from "../client/queries.ts";
import type { ReadBySchema } from "../payload/comparePayloads.ts";
import { type ReadPayload, readPayload } from "../payload/readPayload.ts";
import type { ConsentActivity } from "../policy/policy.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import type { PolicyInForce } from "./usePolicyInForce.ts";
import { useSettledError } from "./useSettledError.ts";

export interface ShownPayload {
  /** The bytes on the screen, which a grant is bound to. */
  readonly payload: PayloadAnswer | undefined;
  readonly reading: ReadPayload | undefined;
  /** What the bytes are read by: the activity as it was when they were shown. */
  readonly activity: ConsentActivity;
  /** Whether the panel has other bytes by now, or the policy tells of others. */
  readonly newer: boolean;
  /** When the panel last said which bytes it has, in milliseconds. */
  readonly readAt: number;
  /** What stood here before the person asked for newer bytes. */
  readonly before: ReadBySchema | undefined;
  /** Names the newest bytes. */
  readonly latestDigest: string | undefined;
  /** Shows the newest bytes, once they and the policy that they are read by were read anew. */
  readonly showNewer: () => void;
  /** Whether the person has asked for them, and they and the policy are being read. */
  readonly isShowingNewer: boolean;
  readonly error: KlartextError | undefined;
}

/** When the panel last answered, or failed to, in milliseconds. */
interface Answers {
  readonly policy: number;
  readonly payload: number;
}

interface Shown {
  readonly payload: PayloadAnswer;
  /** The answer that it was last read from. */
  readonly from: PayloadAnswer;
  readonly activity: ConsentActivity;
  readonly decided: number;
  /** Whether the panel had named its policy by then; else `activity` was a guess. */
  readonly isPolicyRead: boolean;
  readonly before: ReadBySchema | undefined;
}

/**
 * The bytes that a purpose would send. What is on the screen changes when the person asks
 * for it, or when the person's own decision has changed it (`decided` counts those).
 */
export function usePayload(
  activity: ConsentActivity,
  decided: number,
  { isRead: isPolicyRead, answeredAt }: Pick<PolicyInForce, "isRead" | "answeredAt">,
): ShownPayload {
  const { client, queryClient } = usePrivacy();
  const {
    data: latest,
    error,
    isFetching,
    dataUpdatedAt,
    errorUpdatedAt,
  } = useQuery(payloadQuery(client, activity.id), queryClient);
  const settled = useSettledError(error, isFetching);
  const [shown, setShown] = useState<Shown>();
  const [asked, setAsked] = useState<{ readonly at: number } & Answers>();
  const answers: Answers = {
    policy: answeredAt,
    payload: Math.max(dataUpdatedAt, errorUpdatedAt),
  };

  const show = (from: PayloadAnswer, payload: PayloadAnswer, before: Shown["before"]) =>
    setShown({ payload, from, activity, decided, isPolicyRead, before });

  const isSame =
    latest !== undefined &&
    shown?.payload.check.digest === latest.check.digest &&
    (!shown.isPolicyRead || shown.activity.schema === activity.schema);
  // The same bytes may become something else, such as queued: that is no other data.
  const isCurrent = shown !== undefined && shown.decided === decided;
  const isStale = shown?.from !== latest || shown?.isPolicyRead !== isPolicyRead;
  if (latest && (!isCurrent || (isSame && isStale))) {
    const before = isCurrent ? shown.before : undefined;
    // The same bytes stay the same object, so that what a reader does with them stays too.
    const payload = isSame ? { ...latest, bytes: shown.payload.bytes } : latest;
    show(latest, payload, before);
  }

  // A reading that was under way has been given up; a clock may have been set back meanwhile.
  const isAnswered = (of: keyof Answers, before: { readonly at: number } & Answers) =>
    answers[of] !== before[of] || answers[of] >= before.at;

  const payload = shown?.payload;
  const read = shown?.activity ?? activity;
  const bytes = payload?.bytes;
  const reading = useMemo(
    () => bytes && readPayload(bytes, read.schema),
    [bytes, read.schema],
  );
  // A panel that comes with new data may have a new policy, by which they have to be read, and
  // one with a new policy may have new data.
  if (latest && asked && isAnswered("policy", asked) && isAnswered("payload", asked)) {
    const before = reading && { reading, schema: read.schema };
    setAsked(undefined);
    show(latest, latest, before);
  }
  return {
    payload,
    reading,
    activity: read,
    newer: latest !== undefined && shown !== undefined && !isSame,
    latestDigest: latest?.check.digest,
    readAt: dataUpdatedAt,
    before: shown?.before,
    showNewer: () => {
      setAsked({ at: Date.now(), ...answers });
      for (const query of [policyQuery(client), payloadQuery(client, activity.id)]) {
        void queryClient.refetchQueries({ queryKey: query.queryKey, exact: true });
      }
    },
    isShowingNewer: asked !== undefined,
    error: settled,
  };
}
