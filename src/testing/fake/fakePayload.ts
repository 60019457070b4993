import type { PayloadKind } from "../../contract/payloadKind.ts";
import { type Json, serializePayload } from "../../payload/serializePayload.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import { crashSample, statistics } from "../fixtures.ts";
import type { FakePurpose } from "./fakeState.ts";

export interface FakePayload {
  readonly kind: PayloadKind;
  /**
   * A value, in which the nil UUID stands for the pseudonym; or raw bytes, which are
   * served as they are, however broken.
   */
  readonly content: Json | Uint8Array;
  /** Headers to answer instead of the right ones; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** What the purposes of the built-in policy serve unless a test says otherwise. */
export const defaultPayloads: Readonly<Record<string, FakePayload>> = {
  "crash-reports": { kind: "sample", content: crashSample },
  "server-statistics": { kind: "next", content: statistics },
};

/** The payload that a purpose serves now. */
export function currentPayload({ queued, payload }: FakePurpose): FakePayload | null {
  return queued ?? payload;
}

/** The bytes of a payload under a pseudonym, or before there is one. */
export function payloadBytes(
  { content }: FakePayload,
  pseudonym: string | null,
): Uint8Array<ArrayBuffer> {
  // Not `instanceof`: the bytes may come from another realm, such as jsdom's.
  if (ArrayBuffer.isView(content)) return new Uint8Array(content as Uint8Array);
  const value = pseudonym === null ? content : replaceNil(content as Json, pseudonym);
  return new TextEncoder().encode(serializePayload(value as Json));
}

/** Whether bytes hold an identifier, which has to go with it. */
export function holds(bytes: Uint8Array, identifier: string): boolean {
  return new TextDecoder().decode(bytes).includes(identifier);
}

function replaceNil(value: Json, pseudonym: string): Json {
  if (value === nilUuid) return pseudonym;
  if (Array.isArray(value)) return value.map((child) => replaceNil(child, pseudonym));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      child === undefined ? undefined : replaceNil(child, pseudonym),
    ]),
  );
}
