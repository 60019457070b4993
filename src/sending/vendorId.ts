import { createHash, X509Certificate } from "node:crypto";

/**
 * Who a vendor is: the SHA-256 of its authority's public key (SubjectPublicKeyInfo), in
 * hexadecimal digits. Address and certificate may change under the same key.
 *
 * @param pem Begins with the certificate of the authority.
 * @throws {Error} when the text holds no certificate.
 */
export function vendorId(pem: string): string {
  const key = new X509Certificate(pem).publicKey;
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
}
