import { createPublicKey } from "node:crypto";
import type { VendorKey } from "../policy/vendorKey.ts";

/** @throws {TypeError} for what is not the PEM of an Ed25519 public key. */
export function requireEd25519({ publicKey }: VendorKey): void {
  if (typeOf(publicKey) === "ed25519") return;
  throw new TypeError(
    "A vendor's key is not a public Ed25519 key in PEM. " +
      "Give what `openssl pkey -pubout` prints of one that `openssl genpkey -algorithm ed25519` made.",
  );
}

function typeOf(pem: string): string | undefined {
  try {
    return createPublicKey(pem).asymmetricKeyType;
  } catch {
    return undefined;
  }
}
