import { digest, digestPath } from "../payload/digest.ts";

/** This browser or runtime cannot check Ed25519 (WebCrypto). */
export class CannotCheck extends Error {
  override readonly name = "CannotCheck";
}

/**
 * By which name a key signs (`keyid`): the SHA-256 of its SubjectPublicKeyInfo, as
 * base64url. So a name fits one key alone.
 *
 * @param publicKey PEM.
 */
export async function keyIdOf(publicKey: string): Promise<string> {
  return digestPath(await digest(bytesOfPem(publicKey)));
}

/**
 * Whether the holder of a key has signed a text (RFC 8032).
 *
 * @param publicKey PEM.
 * @throws {CannotCheck} where WebCrypto or its Ed25519 is missing.
 */
export async function isSigned(
  publicKey: string,
  signature: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<boolean> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) throw new CannotCheck("There is no WebCrypto here.");
  const key = await subtle
    .importKey("spki", bytesOfPem(publicKey), "Ed25519", false, ["verify"])
    .catch((cause: unknown) => {
      throw new CannotCheck("WebCrypto takes no such key here.", { cause });
    });
  return subtle.verify("Ed25519", key, signature, new TextEncoder().encode(text));
}

/** The bytes of base64 (RFC 4648 § 4). */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function bytesOfPem(pem: string): Uint8Array<ArrayBuffer> {
  return bytesOfBase64(pem.replace(/-----[^-]*-----/g, "").replace(/\s/g, ""));
}
