import type { ConsentActivity } from "../../policy/policy.ts";
import { defaultPayloads } from "./fakePayload.ts";
import type { FakePurpose } from "./fakeState.ts";

/** A purpose as on a fresh install: undecided, nothing sent, no pseudonym. */
export function freshPurpose(activity: ConsentActivity): FakePurpose {
  return {
    activity,
    decision: {
      status: "undecided",
      sequence: 0,
      at: null,
      by: null,
      revision: null,
      language: null,
      textDigest: null,
      payloadDigest: null,
    },
    pseudonym: null,
    lock: null,
    payload: defaultPayloads[activity.id] ?? null,
    queued: null,
    lastSentAt: null,
    nextAt: null,
    deletions: [],
  };
}
