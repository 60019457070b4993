import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 in `Repr-Digest` notation, at once: the fake answers within one step. */
export function digestNow(content: Uint8Array | string): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return `sha-256=:${btoa(String.fromCharCode(...sha256(new Uint8Array(bytes))))}:`;
}
