import { X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { fileProblem } from "./fileProblem.ts";

/** Far more than the certificates of all public authorities. */
const maxFileBytes = 4 * 1024 * 1024;

type Authority =
  /** Certificates alone, in the form that OpenSSL reads. */
  | { readonly kind: "authority"; readonly pem: string }
  /** Why it cannot be used, and what to do. */
  | { readonly kind: "problem"; readonly problem: string };

const certificate =
  /^-----BEGIN CERTIFICATE-----[ \t]*\r?\n[\s\S]*?^-----END CERTIFICATE-----/gm;

/**
 * Reads the file of a vendor's authority: one certificate or several in PEM (RFC 7468),
 * also with carriage returns, a byte order mark, keys, and words around them.
 */
export function readCertificateAuthority(file: string): Authority {
  const refuse = (why: string, remedy: string): Authority => ({
    ...{ kind: "problem", problem: `${why}. ${remedy}` },
  });
  const giveOther = "Give the PEM file of the authority that signs the vendor's server.";

  let bytes: Uint8Array;
  try {
    const { size } = statSync(file);
    if (size > maxFileBytes) return refuse("the file is too large", giveOther);
    bytes = readFileSync(file);
  } catch (error) {
    return refuse(fileProblem(error as NodeJS.ErrnoException), giveOther);
  }
  if (isCertificate(bytes) && bytes[0] === 0x30) {
    const remedy = `openssl x509 -inform der -in ${file} -out ca.pem`;
    return refuse("the file is in DER, not in PEM", `Convert it: ${remedy}`);
  }
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") return refuse("the file is empty", giveOther);
  if (/^[ \t]+-----BEGIN CERTIFICATE-----/m.test(text)) {
    const remedy = `sed 's/^[[:space:]]*//' ${file} > ca.pem`;
    return refuse("its lines are indented", `Put them at the margin: ${remedy}`);
  }
  const found = text.match(certificate) ?? [];
  if (found.length === 0) {
    const labels = [...text.matchAll(/^-----BEGIN ([A-Z0-9 ]+)-----/gm)];
    const instead = labels.map(([, label]) => label).join(", ");
    const why = "the file holds no certificate in PEM";
    return refuse(instead ? `${why}, but ${instead}` : why, giveOther);
  }
  for (const [index, pem] of found.entries()) {
    const which = `certificate ${index + 1} of ${found.length} in it`;
    if (!isCertificate(pem)) return refuse(`${which} is damaged`, "Fetch the file anew.");
    if (!new X509Certificate(pem).ca)
      return refuse(`${which} is no authority's`, giveOther);
  }
  return { kind: "authority", pem: `${found.join("\n").replaceAll("\r", "")}\n` };
}

/** Says when no certificate of an authority is in date, so that nothing can be sent. */
export function expiryNotice(pem: string, now: Date): string | undefined {
  const all = pem.match(certificate)?.map((text) => new X509Certificate(text)) ?? [];
  const isInDate = ({ validFromDate, validToDate }: X509Certificate) =>
    validFromDate <= now && now <= validToDate;
  const last = all.toSorted((a, b) => +a.validToDate - +b.validToDate).at(-1);
  if (!last || all.some(isInDate)) return undefined;
  const state =
    last.validToDate < now
      ? `expired on ${day(last.validToDate)}`
      : `is not valid before ${day(last.validFromDate)}`;
  return `KLARTEXT_VENDOR_CA ${state}: until that is mended nothing is sent, and no deletion is confirmed. Give the vendor's new authority, or put the clock right.`;
}

function isCertificate(content: string | Uint8Array): boolean {
  try {
    return new X509Certificate(content).raw.byteLength > 0;
  } catch {
    return false;
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
