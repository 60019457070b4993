import { type Json, serializePayload } from "../payload/serializePayload.ts";
import { nilUuid } from "../policy/nilUuid.ts";

/**
 * What a host tells of its server for one purpose: a value, in which the nil UUID stands
 * where the pseudonym goes; or bytes of a serializer of its own, which stay as they are.
 */
export type PayloadValue = Json | Uint8Array;

/** The bytes that are shown and sent, under a pseudonym or before there is one. */
export function payloadBytes(
  value: PayloadValue,
  pseudonym: string | null,
): Uint8Array<ArrayBuffer> {
  // Not `instanceof`: the bytes may come from another realm, such as a frame's.
  if (ArrayBuffer.isView(value)) return new Uint8Array(value as Uint8Array);
  const whole =
    pseudonym === null ? (value as Json) : withPseudonym(value as Json, pseudonym);
  return new TextEncoder().encode(serializePayload(whole));
}

/** Whether bytes hold an identifier, which has to go with it. */
export function holdsText(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder().decode(bytes).includes(text);
}

function withPseudonym(value: Json, pseudonym: string): Json {
  if (value === nilUuid) return pseudonym;
  if (Array.isArray(value)) return value.map((child) => withPseudonym(child, pseudonym));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      child === undefined ? undefined : withPseudonym(child, pseudonym),
    ]),
  );
}
