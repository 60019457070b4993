import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** A certificate with its private key, both as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** When a certificate holds. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Makes a certificate authority that signs servers directly (RFC 5280 § 4.2.1.9). */
export async function createAuthority(
  validity: Validity,
  name = "Klartext reference vendor",
): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: randomSerial(),
    name: `CN=${name} CA`,
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  });
  return {
    key: await privateKeyPem(keys.privateKey),
    cert: certificate.toString("pem"),
  };
}

/** Makes a server's certificate for one IP address or name (RFC 5280 § 4.2.1.6). */
export async function issueServerIdentity(
  authority: Identity,
  address: string,
  validity: Validity,
): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const [pkcs8 = new ArrayBuffer()] = PemConverter.decode(authority.key);
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    serialNumber: randomSerial(),
    subject: "CN=Klartext reference vendor",
    issuer: new X509Certificate(authority.cert).subject,
    publicKey: keys.publicKey,
    signingKey: await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: isIP(address) === 0 ? "dns" : "ip", value: address },
      ]),
    ],
  });
  return {
    key: await privateKeyPem(keys.privateKey),
    cert: certificate.toString("pem"),
  };
}

async function privateKeyPem(key: CryptoKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

/** Positive, and random enough to be guessed by nobody (RFC 5280 § 4.1.2.2). */
function randomSerial(): string {
  return `01${randomBytes(15).toString("hex")}`;
}
