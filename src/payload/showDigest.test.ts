import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digest } from "./digest.ts";
import { showDigest } from "./showDigest.ts";

test("a digest is shown as the base64 of the bytes' SHA-256", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const expected = createHash("sha256").update(bytes).digest("base64");
      expect(showDigest(await digest(new Uint8Array(bytes)))).toBe(expected);
    }),
  );
});

test("what is no digest is shown as it is", () => {
  const wrapped = fc.string().map((inner) => `sha-256=:${inner}:`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), wrapped), (text) => {
      expect(showDigest(text)).toBe(text);
    }),
  );
});

test.each([
  `sha-512=:${"A".repeat(43)}=:`,
  `sha-256=:${"A".repeat(43)}=:;a=1`,
  ` sha-256=:${"A".repeat(43)}=:`,
  `md5=:AAAA:, sha-256=:${"A".repeat(43)}=:`,
])("%j is shown as it is", (text) => {
  expect(showDigest(text)).toBe(text);
});
