import { X509Certificate } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { makeReceiverIdentities } from "./receiverIdentities.ts";

test("the authority is kept in its folder, for its owner alone", async () => {
  const folder = join(await makeFolder(), "receiver");
  const first = await makeReceiverIdentities(folder, "127.0.0.1");
  const second = await makeReceiverIdentities(folder, "127.0.0.1");
  const modes = await Promise.all(
    [folder, first.caFile, join(folder, "authority.key")].map(
      async (file) => (await stat(file)).mode & 0o777,
    ),
  );

  expect(second.fingerprint).toBe(first.fingerprint);
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});

test("one is made anew in the last day of the one that is there", async () => {
  const folder = join(await makeFolder(), "receiver");
  const before = Date.now() - 29.5 * 86_400_000;
  const first = await makeReceiverIdentities(folder, "127.0.0.1", before);
  const second = await makeReceiverIdentities(folder, "127.0.0.1");

  expect(second.fingerprint).not.toBe(first.fingerprint);
});

test("the wrong certificates are of another authority of that name, and for another host", async () => {
  const folder = join(await makeFolder(), "receiver");
  const { caFile, servers } = await makeReceiverIdentities(folder, "127.0.0.1");
  const authority = new X509Certificate(await readFile(caFile));
  const [own, another, host] = Object.values(servers).map(
    ({ cert }) => new X509Certificate(cert),
  );

  expect(own?.verify(authority.publicKey)).toBe(true);
  expect(own?.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(another?.verify(authority.publicKey)).toBe(false);
  expect(another?.issuer).toBe(own?.issuer);
  expect(host?.verify(authority.publicKey)).toBe(true);
  expect(host?.checkIP("127.0.0.1")).toBeUndefined();
});

test("a file that is no certificate is named", async () => {
  const folder = join(await makeFolder(), "receiver");
  await mkdir(folder);
  await writeFile(join(folder, "authority.pem"), "none");
  await writeFile(join(folder, "authority.key"), "none");

  await expect(makeReceiverIdentities(folder, "127.0.0.1")).rejects.toThrow(
    /authority\.pem is no certificate/,
  );
});
