import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Identity, Validity } from "../../certificates/certificates.ts";
import { UsageError } from "../terminal.ts";

const day = 86_400_000;

/** With what the receiver shows who it is, rightly and wrongly. */
export const certifications = ["own", "another-authority", "another-host"] as const;

export type Certification = (typeof certifications)[number];

/** What a sender needs to trust the receiver, and the certificates that it is tried with. */
export interface ReceiverIdentities {
  /** The file with the authority's certificate, as PEM. */
  readonly caFile: string;
  /** The authority's SHA-256 fingerprint, `AA:BB:…`. */
  readonly fingerprint: string;
  readonly servers: Readonly<Record<Certification, Identity>>;
}

/**
 * Makes an authority, or takes the one that the folder keeps from an earlier run, and three
 * certificates: its own for the host, one of another authority of the same name, and one of
 * its own for another host.
 */
export async function makeReceiverIdentities(
  folder: string,
  host: string,
  now = Date.now(),
): Promise<ReceiverIdentities> {
  // Read when it is needed: no other command makes a certificate.
  const { createAuthority, issueServerIdentity } = await import(
    "../../certificates/certificates.ts"
  );
  const validity: Validity = {
    notBefore: new Date(now - day),
    notAfter: new Date(now + 30 * day),
  };
  const caFile = join(folder, "authority.pem");
  const keyFile = join(folder, "authority.key");
  const make = () => createAuthority(validity, "Klartext test receiver");
  const authority = readAuthority(caFile, keyFile, now) ?? (await make());
  keep(folder, { [caFile]: authority.cert, [keyFile]: authority.key });
  return {
    caFile,
    fingerprint: new X509Certificate(authority.cert).fingerprint256,
    servers: {
      own: await issueServerIdentity(authority, host, validity),
      "another-authority": await issueServerIdentity(await make(), host, validity),
      "another-host": await issueServerIdentity(authority, "klartext.invalid", validity),
    },
  };
}

/** An authority that holds for another day; undefined where one has to be made. */
function readAuthority(
  caFile: string,
  keyFile: string,
  now: number,
): Identity | undefined {
  if (!existsSync(caFile) || !existsSync(keyFile)) return undefined;
  const cert = readFileSync(caFile, "utf8");
  try {
    const isFresh = Date.parse(new X509Certificate(cert).validTo) > now + day;
    return isFresh ? { cert, key: readFileSync(keyFile, "utf8") } : undefined;
  } catch {
    throw new UsageError(
      `${caFile} is no certificate. Remove it, or name another folder.`,
    );
  }
}

/** The key first: whoever waits for the certificate finds both. */
function keep(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [file, text] of Object.entries(files).reverse()) {
    writeFileSync(file, text, { mode: 0o600 });
  }
}
