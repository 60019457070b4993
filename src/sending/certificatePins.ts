import { X509Certificate } from "node:crypto";
import {
  checkServerIdentity,
  type DetailedPeerCertificate,
  type PeerCertificate,
} from "node:tls";

/** The SHA-256 fingerprints, `AA:BB:…`, of the certificates in a PEM text. */
export function caFingerprints(pem: string): readonly string[] {
  const blocks = pem.match(
    /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g,
  );
  return (blocks ?? []).map((block) => new X509Certificate(block).fingerprint256);
}

/**
 * Makes the check of a server's certificate: its name or address, and that one of the
 * authorities above it is pinned (fact G4). Node has checked signatures and dates before.
 */
export function createIdentityCheck(pins: readonly string[]) {
  return (host: string, certificate: PeerCertificate): Error | undefined =>
    checkServerIdentity(host, certificate) ??
    (authoritiesOf(certificate).some((found) => pins.includes(found))
      ? undefined
      : new Error(`No authority of the certificate of ${host} is pinned.`));
}

/** The chain ends with a certificate that is its own issuer. */
function authoritiesOf(certificate: PeerCertificate): readonly string[] {
  const found: string[] = [];
  let current: Partial<DetailedPeerCertificate> & PeerCertificate = certificate;
  while (current.issuerCertificate && current.issuerCertificate !== current) {
    current = current.issuerCertificate;
    if (found.includes(current.fingerprint256)) break;
    found.push(current.fingerprint256);
  }
  return found;
}
