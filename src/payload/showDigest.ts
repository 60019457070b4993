import { parseReprDigest } from "./digest.ts";

/**
 * A digest as a person compares it: of `sha-256=:…:` (RFC 9530 § 3) the base64 alone, as
 * `openssl dgst -sha256 -binary | base64` prints it; anything else as it is.
 */
export function showDigest(value: string): string {
  return parseReprDigest(value) === value
    ? value.slice("sha-256=:".length, -":".length)
    : value;
}
