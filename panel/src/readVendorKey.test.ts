import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/support/folder.ts";
import { readConfig } from "./config.ts";
import { readVendorKey } from "./readVendorKey.ts";

const pair = generateKeyPairSync("ed25519");
const publicPem = String(pair.publicKey.export({ type: "spki", format: "pem" }));
const privatePem = String(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ellipticPem = String(elliptic.publicKey.export({ type: "spki", format: "pem" }));

async function fileOf(text: string): Promise<string> {
  const file = join(await makeFolder(), "vendor.pub");
  writeFileSync(file, text);
  return file;
}

test("a public Ed25519 key in PEM is taken, whatever its line ends", async () => {
  const file = await fileOf(publicPem.replaceAll("\n", "\r\n"));

  expect(readVendorKey(file)).toEqual({ kind: "key", pem: publicPem });
});

test.each([
  ["a private key", privatePem, "a private key, which nobody but the vendor may have"],
  ["another kind of key", ellipticPem, "that is a key for ec"],
  ["no key", "hello", "no public key in PEM"],
  ["nothing", "", "no public key in PEM"],
  ["too much", " ".repeat(70_000), "the file is too large"],
])("a file with %s is refused with what to give", async (_name, text, why) => {
  const read = readVendorKey(await fileOf(text));

  if (read.kind === "key") throw new Error("It was taken.");
  expect(read.problem).toContain(why);
  expect(read.problem).toContain("Give the PEM file of the public Ed25519 key");
});

test("a key that is not there, or whose vendor is not named, ends the start", async () => {
  const file = await fileOf(publicPem);

  expect(() => readConfig({ KLARTEXT_VENDOR_KEY: "/nowhere.pub" })).toThrow(
    "KLARTEXT_VENDOR_KEY=/nowhere.pub cannot be used: there is no such file or folder.",
  );
  expect(() => readConfig({ KLARTEXT_VENDOR_KEY: file })).toThrow(
    "KLARTEXT_VENDOR_KEY is set and KLARTEXT_VENDOR_URL is not",
  );
});
