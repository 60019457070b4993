import { accessSync, constants, statSync } from "node:fs";
import * as z from "zod/mini";
import { bareName, revisionIds } from "../../src/policy/demo/referencePolicy.ts";
import { parseNoProxy } from "../../src/sending/proxy/parseNoProxy.ts";
import { parseProxyUrl } from "../../src/sending/proxy/parseProxyUrl.ts";
import { fileProblem } from "./fileProblem.ts";
import { readCertificateAuthority } from "./readCertificateAuthority.ts";
import { readVendorKey } from "./readVendorKey.ts";
import { readTokenFile } from "./tokenFile.ts";

/** A rule, and what is said of a value that breaks it: why, and what to do. */
const rule = (fits: (value: string) => boolean, why: string, remedy: string) =>
  z.refine<string>(fits, { error: `${why}. ${remedy}`, abort: true });

const givePort = "Give a whole number from 0 to 65535, such as PORT=4173.";
const port = z.pipe(
  z.string().check(
    rule((value) => /^\d{1,5}$/.test(value), "that is no port", givePort),
    rule((value) => Number(value) <= 65535, "there are no such ports", givePort),
  ),
  z.transform(Number),
);

const giveVendor = "Give an address such as https://vendor.example.";
const vendorUrl = z.string().check(
  rule(URL.canParse, "that is no URL", giveVendor),
  rule((url) => new URL(url).protocol === "https:", "that is not https", giveVendor),
  rule(
    (url) => new URL(url).username === "" && new URL(url).password === "",
    "a URL with a name or password cannot be used",
    giveVendor,
  ),
  rule((url) => !url.includes("#"), "it has a fragment (#)", giveVendor),
  rule((url) => !url.includes("?"), "it has a query (?)", giveVendor),
);

const vendorCa = z.pipe(
  z.string(),
  z.transform((file, context) => {
    const authority = readCertificateAuthority(file);
    if (authority.kind === "authority") return authority.pem;
    context.issues.push({ code: "custom", input: file, message: authority.problem });
    return z.NEVER;
  }),
);

const tokenFile = z.pipe(
  z.string(),
  z.transform((file, context) => {
    const found = readTokenFile(file);
    if ("token" in found) return found.token;
    const message = `${found.problem}. Give a file such as \`openssl rand -hex 32\` writes.`;
    context.issues.push({ code: "custom", input: file, message });
    return z.NEVER;
  }),
);

const vendorKey = z.pipe(
  z.string(),
  z.transform((file, context) => {
    const read = readVendorKey(file);
    if (read.kind === "key") return read.pem;
    context.issues.push({ code: "custom", input: file, message: read.problem });
    return z.NEVER;
  }),
);

const giveOrigin = "Give what the browser's address bar begins with";
const origin = z.string().check(
  rule(
    URL.canParse,
    "that is no URL",
    `${giveOrigin}, such as KLARTEXT_ORIGIN=https://panel.example.`,
  ),
  rule(
    (url) => /^https?:$/.test(new URL(url).protocol),
    "that is not http or https",
    `${giveOrigin}, such as KLARTEXT_ORIGIN=https://panel.example.`,
  ),
  z.check(({ value, issues }) => {
    const { origin } = new URL(value);
    if (origin === value) return;
    const message = `an origin has no path, no slash at its end, and no capitals. Give KLARTEXT_ORIGIN=${origin}.`;
    issues.push({ code: "custom", input: value, message });
  }),
);

const giveFolder = "Give a folder that this user may read, such as /.";
const systemRoot = z.string().check(
  z.check(({ value, issues }) => {
    const why = folderProblem(value);
    if (why === undefined) return;
    issues.push({ code: "custom", input: value, message: `${why}. ${giveFolder}` });
  }),
);

const revisions = [...revisionIds, bareName];
const revision = z.enum(revisions, {
  error: `there is no such revision. Give one of: ${revisions.join(", ")}.`,
});

const giveDatabase = "Give an address such as postgres://panel@127.0.0.1/panel.";
const databaseUrl = z.string().check(
  // Not by URL: the address of a socket's folder has a user and no host.
  rule((url) => /^postgres(ql)?:\/\//.test(url), "that is not postgres://", giveDatabase),
);

/** A text that a function can read, else what that function says of it. */
const readable = (read: (value: string) => unknown) =>
  z.string().check(
    z.check(({ value, issues }) => {
      try {
        read(value);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        issues.push({ code: "custom", input: value, message: error.message });
      }
    }),
  );

/** Values that say no (https://consoledonottrack.com leaves it open). */
const negatives = ["", "0", "false", "no"];
const flag = z._default(
  z.pipe(
    z.string(),
    z.transform((value) => !negatives.includes(value.trim().toLowerCase())),
  ),
  false,
);

/** The variables that the panel reads. An empty one counts as one that is not set. */
export const settings = z.object({
  PORT: z._default(port, 4173),
  KLARTEXT_DATA: z._default(z.string(), ".data"),
  KLARTEXT_DATABASE_URL: z.optional(databaseUrl),
  KLARTEXT_SYSTEM_ROOT: z._default(systemRoot, "/"),
  KLARTEXT_POLICY_REVISION: z._default(revision, revisionIds[0]),
  KLARTEXT_ORIGIN: z.optional(origin),
  KLARTEXT_VENDOR_URL: z.optional(vendorUrl),
  KLARTEXT_VENDOR_CA: z.optional(vendorCa),
  KLARTEXT_VENDOR_KEY: z.optional(vendorKey),
  KLARTEXT_TOKEN_FILE: z.optional(tokenFile),
  KLARTEXT_NEW_EPOCH: flag,
  KLARTEXT_ALLOW_UNSEEN: flag,
  HTTPS_PROXY: z.optional(readable(parseProxyUrl)),
  NO_PROXY: z.optional(readable(parseNoProxy)),
  DO_NOT_TRACK: flag,
});

/** Why a folder cannot be read, in words. */
function folderProblem(folder: string): string | undefined {
  try {
    if (!statSync(folder).isDirectory()) return "that is not a folder";
    accessSync(folder, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return fileProblem(error as NodeJS.ErrnoException);
  }
}
