import { payloadKindHeader } from "../../contract/payloadKind.ts";
import { digestNow } from "./digestNow.ts";
import { contentTag, type FakeAnswer, problemAnswer } from "./fakeAnswer.ts";
import { currentPayload, payloadBytes } from "./fakePayload.ts";
import type { FakeState } from "./fakeState.ts";

/** `GET /purposes/{purpose}/payload`. */
export function answerPayload({ purposes }: FakeState, id = ""): FakeAnswer | undefined {
  const purpose = Object.hasOwn(purposes, id) ? purposes[id] : undefined;
  if (!purpose) return undefined;
  const payload = currentPayload(purpose);
  if (!payload) return problemAnswer("not-available-here");
  const bytes = payloadBytes(payload, purpose.pseudonym);
  return {
    ...bytesAnswer(bytes, {
      ETag: contentTag(`${payload.kind} ${digestNow(bytes)}`),
      [payloadKindHeader]: payload.kind,
      ...payload.headers,
    }),
  };
}

/** Exact bytes with their digest, to be stored and coded by nobody. */
export function bytesAnswer(
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string | null>>,
): FakeAnswer {
  const all: Readonly<Record<string, string | null>> = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store, no-transform",
    "Repr-Digest": digestNow(bytes),
    ...headers,
  };
  const given = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { status: 200, headers: Object.fromEntries(given), body: bytes };
}
