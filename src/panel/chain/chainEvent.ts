import { sha256 } from "@noble/hashes/sha2.js";
import { sha256Digest } from "../sha256.ts";
import type { ChainEvent, Entry, Name } from "../store/panelStore.ts";
import { canonicalJson } from "./canonicalJson.ts";

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
