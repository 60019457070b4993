import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key with which the vendor signs, made at the first start and kept (mode 0600). */
export function loadSigningKey(folder: string): {
  readonly key: KeyObject;
  /** PEM. */
  readonly publicKey: string;
} {
  const file = join(folder, "signing.pem");
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(`${file}.new`, privateKey.export({ type: "pkcs8", format: "pem" }), {
      mode: 0o600,
    });
    renameSync(`${file}.new`, file);
  }
  const key = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(key).export({ type: "spki", format: "pem" });
  return { key, publicKey: String(publicKey) };
}
