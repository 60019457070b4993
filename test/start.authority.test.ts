import { X509Certificate } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  createAuthority,
  issueServerIdentity,
} from "../src/certificates/certificates.ts";
import { paragraphOf } from "./support/failedStart.ts";
import { foldersOfFile } from "./support/foldersOfFile.ts";
import { runPanel } from "./support/runPanel.ts";
import { validityInDays } from "./support/validityInDays.ts";

const timeout = 60_000;
const makeFolder = foldersOfFile();
const vendor = "https://vendor.example";

let authority: Awaited<ReturnType<typeof createAuthority>>;
beforeAll(async () => {
  authority = await createAuthority(validityInDays(-1, 30));
});

describe.concurrent("the authority's file", () => {
  const der = () => Buffer.from(new X509Certificate(authority.cert).raw);
  const leaf = async () =>
    (await issueServerIdentity(authority, "127.0.0.1", validityInDays(-1, 9))).cert;

  test.for<[string, () => string | Buffer | Promise<string>, ...string[]]>([
    ["that is empty", () => "", "is empty"],
    ["in DER", der, "DER", "openssl x509 -inform der -in "],
    [
      "whose lines are indented",
      () => authority.cert.replace(/^/gm, "  "),
      "indented",
      "sed ",
    ],
    ["that holds a private key", () => authority.key, "PRIVATE KEY", "certificate"],
    ["that holds no PEM", () => "Hello\n", "no certificate"],
    [
      "whose certificate is damaged",
      () => authority.cert.replace(/\n.{20}/, "\nAAAA"),
      "damaged",
    ],
    ["that holds a server's certificate", leaf, "no authority"],
  ])("%s ends the start before anything is written", { timeout }, async (row) => {
    const [, content, ...said] = row;
    const folder = await makeFolder();
    const file = join(folder, "ca.pem");
    await writeFile(file, await content());
    const run = await runPanel({
      ...{ PORT: "0", KLARTEXT_DATA: join(folder, "data") },
      ...{ KLARTEXT_VENDOR_URL: vendor, KLARTEXT_VENDOR_CA: file },
    });

    for (const part of [`KLARTEXT_VENDOR_CA=${file}`, ...said]) {
      expect(paragraphOf(run)).toContain(part);
    }
    expect(await readdir(folder)).toEqual(["ca.pem"]);
  });

  test.for([
    ["that is missing", "nowhere.pem", "there is no such file or folder"],
    ["that is a folder", ".", "is a folder"],
    ["below a file", "package.json/ca.pem", "is not a folder"],
  ])("%s ends the start", { timeout }, async ([, file = "", said = ""]) => {
    const paragraph = paragraphOf(
      await runPanel({ KLARTEXT_VENDOR_URL: vendor, KLARTEXT_VENDOR_CA: file }),
    );

    expect(paragraph).toContain(`KLARTEXT_VENDOR_CA=${file}`);
    expect(paragraph).toContain(said);
  });

  test.for<[string, (cert: string, key: string) => string]>([
    ["with lines of Windows", (cert) => cert.replaceAll("\n", "\r\n")],
    ["with a byte order mark", (cert) => `\uFEFF${cert}`],
    ["with words around it", (cert) => `subject=CN = x\n${cert}\nthe end`],
    ["with its private key", (cert, key) => `${key}\n${cert}`],
    ["with several certificates", (cert) => `${cert}\n${cert}`],
  ])("%s starts", { timeout }, async ([, write]) => {
    const folder = await makeFolder();
    const file = join(folder, "ca.pem");
    await writeFile(file, write(authority.cert, authority.key));
    const run = await runPanel(
      {
        ...{ PORT: "0", KLARTEXT_DATA: join(folder, "data") },
        ...{ KLARTEXT_VENDOR_URL: vendor, KLARTEXT_VENDOR_CA: file },
      },
      { end: { after: "/docs/privacy", by: "SIGTERM" } },
    );

    expect(run.code).toBe(0);
    expect(run.stderr).not.toContain("KLARTEXT");
  });

  test("that is out of date starts, for withdrawing, and is named", {
    timeout,
  }, async () => {
    const { cert } = await createAuthority(validityInDays(-9, -2));
    const folder = await makeFolder({ "ca.pem": cert });
    const run = await runPanel(
      {
        ...{ PORT: "0", KLARTEXT_DATA: join(folder, "data") },
        KLARTEXT_VENDOR_URL: vendor,
        KLARTEXT_VENDOR_CA: join(folder, "ca.pem"),
      },
      { end: { after: "/docs/privacy", by: "SIGTERM" } },
    );

    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^KLARTEXT_VENDOR_CA expired on [^\n]+$/m);
  });
});
