import { sha256 } from "@noble/hashes/sha2.js";
import type { Json } from "../../payload/serializePayload.ts";
import { sha256Digest } from "../sha256.ts";
import type { Entry, Log, Name } from "../store/panelStore.ts";
import { canonicalJson } from "./canonicalJson.ts";

/**
 * An entry as the chain of digests holds it: whatever can be deleted (bytes, UUIDs, names)
 * stands in it as a digest or not at all, so that deleting is not rewriting.
 */
export interface ChainEvent {
  readonly id: string;
  readonly log: Log;
  readonly purpose: string;
  /** The entry whose end it tells. */
  readonly ends: string | null;
  readonly data: Json;
  /** SHA-256 over salt, id and name of who did it. */
  readonly name: string | null;
  /** Whether it was there before there was a chain, which proves nothing of until then. */
  readonly migrated: boolean;
}

/** Before the first event. */
export const firstHead = sha256Digest("");

export function eventOf(
  { id, log, ends, data, by }: Pick<Entry, "id" | "log" | "ends" | "data" | "by">,
  purpose: string,
  migrated = false,
): ChainEvent {
  return { id, log, purpose, ends: ends ?? null, data, name: nameDigest(by), migrated };
}

/** A name that is erased, with its salt, cannot be found from this. */
export function nameDigest(by: Name | undefined | null): string | null {
  return by ? sha256Digest(canonicalJson([by.salt, by.id, by.name])) : null;
}

export function eventDigest(event: ChainEvent): string {
  return sha256Digest(canonicalJson({ ...event }));
}

/** The head of the chain after an event: SHA-256 of the bytes of both digests. */
export function nextHead(head: string, digest: string): string {
  const bytes = new Uint8Array(64);
  bytes.set(bytesOf(head));
  bytes.set(bytesOf(digest), 32);
  return `sha-256=:${btoa(String.fromCharCode(...sha256(bytes)))}:`;
}

function bytesOf(digest: string): Uint8Array {
  return Uint8Array.from(atob(digest.slice("sha-256=:".length, -1)), (character) =>
    character.charCodeAt(0),
  );
}
