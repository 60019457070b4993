/**
 * SHA-256 of some bytes in `Repr-Digest` notation (RFC 9530 § 3), `sha-256=:…:`. Where
 * the browser has no `crypto.subtle` (plain http on an IP address), a library computes it.
 */
export async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha-256=:${base64(await sha256(bytes))}:`;
}

/** The digest of a text's UTF-8 bytes. */
export function digestText(text: string): Promise<string> {
  return digest(new TextEncoder().encode(text));
}

/**
 * The `sha-256` of a `Repr-Digest` header in the same notation, whatever else it lists;
 * `undefined` when there is none (RFC 9530 § 3: unknown algorithms are ignored).
 */
export function parseReprDigest(header: string | null): string | undefined {
  const member = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:;[^,]*)?(?=,|$)/g;
  // RFC 8941 § 3.2: of a key that stands twice the last one counts.
  const found = [...(header ?? "").matchAll(member)].at(-1);
  return found ? `sha-256=:${found[1]}:` : undefined;
}

/** The digest as base64url without padding, for a URL's path (RFC 4648 § 5). */
export function digestPath(value: string): string {
  return value
    .replace(/^sha-256=:|=?:$/g, "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (globalThis.crypto?.subtle) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  }
  const { sha256: library } = await import("@noble/hashes/sha2.js");
  return library(bytes);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
