import { createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { fileProblem } from "./fileProblem.ts";

/** Far more than one key. */
const maxFileBytes = 64 * 1024;

const remedy =
  "Give the PEM file of the public Ed25519 key with which the vendor signs its answers.";

type VendorKeyFile =
  | { readonly kind: "key"; readonly pem: string }
  /** Why it cannot be used, and what to do. */
  | { readonly kind: "problem"; readonly problem: string };

/** Reads the file of the key with which a vendor signs (RFC 8410, in PEM). */
export function readVendorKey(file: string): VendorKeyFile {
  const refuse = (why: string): VendorKeyFile => ({
    ...{ kind: "problem", problem: `${why}. ${remedy}` },
  });
  let text: string;
  try {
    if (statSync(file).size > maxFileBytes) return refuse("the file is too large");
    text = readFileSync(file, "utf8");
  } catch (error) {
    return refuse(fileProblem(error as NodeJS.ErrnoException));
  }
  if (text.includes("PRIVATE KEY-----")) {
    return refuse("the file holds a private key, which nobody but the vendor may have");
  }
  const key = read(text);
  if (!key) return refuse("the file holds no public key in PEM");
  if (key.asymmetricKeyType !== "ed25519") {
    return refuse(`that is a key for ${key.asymmetricKeyType ?? "something else"}`);
  }
  return { kind: "key", pem: String(key.export({ type: "spki", format: "pem" })) };
}

function read(text: string): KeyObject | undefined {
  try {
    return createPublicKey(text);
  } catch {
    return undefined;
  }
}
