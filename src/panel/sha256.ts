import { sha256 } from "@noble/hashes/sha2.js";

/**
 * SHA-256 in `Repr-Digest` notation (RFC 9530 § 3), at once: rules compare digests within
 * one step, and `crypto.subtle` answers later.
 */
export function sha256Digest(content: Uint8Array | string): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return `sha-256=:${btoa(String.fromCharCode(...sha256(new Uint8Array(bytes))))}:`;
}
