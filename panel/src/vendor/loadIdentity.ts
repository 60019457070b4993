import { X509Certificate } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  createAuthority,
  type Identity,
  issueServerIdentity,
} from "../../../src/certificates/certificates.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * The vendor's authority and the server's certificate that it signed, made at the first
 * start and kept in the folder (mode 0700, files 0600). The authority stays; the server's
 * certificate is made anew in the last month of its year, or for another address.
 */
export async function loadIdentity(
  folder: string,
  address: string,
  now: Date,
): Promise<{ readonly authority: string; readonly server: Identity }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const notBefore = new Date(now.getTime() - day);
  const until = (days: number) => new Date(now.getTime() + days * day);

  const authority =
    read(join(folder, "authority.pem")) ??
    keep(
      join(folder, "authority.pem"),
      await createAuthority({ notBefore, notAfter: until(3650) }),
    );
  const found = read(join(folder, "server.pem"));
  const server =
    found && serves(found, authority, address, until(30))
      ? found
      : keep(
          join(folder, "server.pem"),
          await issueServerIdentity(authority, address, {
            notBefore,
            notAfter: until(365),
          }),
        );
  return { authority: authority.cert, server };
}

function serves(
  { cert }: Identity,
  authority: Identity,
  address: string,
  until: Date,
): boolean {
  const certificate = new X509Certificate(cert);
  return (
    certificate.checkIP(address) === address &&
    certificate.checkIssued(new X509Certificate(authority.cert)) &&
    new Date(certificate.validTo) > until
  );
}

/** Key and certificate lie in one file and appear at once, so that no half is ever found. */
function keep(file: string, identity: Identity): Identity {
  writeFileSync(`${file}.new`, `${identity.key}\n${identity.cert}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return identity;
}

function read(file: string): Identity | undefined {
  if (!existsSync(file)) return undefined;
  const blocks = readFileSync(file, "utf8").match(/-----BEGIN [\s\S]*?-----END [^\n]*/g);
  const [key, cert] = blocks ?? [];
  if (!key || !cert)
    throw new Error(`${file} is damaged. Remove it to have it made anew.`);
  return { key, cert };
}
