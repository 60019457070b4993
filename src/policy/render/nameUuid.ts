import { sha1 } from "@noble/hashes/legacy.js";

/**
 * The UUID of a name within a namespace, the same wherever it is made: version 5 (RFC 9562
 * § 5.5). It names, and hides nothing; that is why SHA-1 does.
 */
export function nameUuid(namespace: string, name: string): string {
  const space = Uint8Array.from(namespace.replaceAll("-", "").match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  );
  const hash = sha1(new Uint8Array([...space, ...new TextEncoder().encode(name)]));
  const bytes = [...hash.subarray(0, 16)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
