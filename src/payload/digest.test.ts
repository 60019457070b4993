import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { digest, digestPath, digestText, parseReprDigest } from "./digest.ts";

/** RFC 9530, appendix B.1: `{"hello": "world"}` and a newline. */
const vector = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

const other = `sha-256=:${"A".repeat(43)}=:`;

describe.each([
  ["with crypto.subtle", undefined],
  ["without crypto.subtle", {}],
  ["without crypto", null],
])("digest %s", (_, crypto) => {
  test("gives the vector of RFC 9530", async () => {
    const subtle = vi.spyOn(globalThis.crypto.subtle, "digest");
    if (crypto !== undefined) vi.stubGlobal("crypto", crypto ?? undefined);

    expect(await digestText('{"hello": "world"}\n')).toBe(vector);
    expect(subtle).toHaveBeenCalledTimes(crypto === undefined ? 1 : 0);
  });

  test("is the SHA-256 of any bytes", async () => {
    if (crypto !== undefined) vi.stubGlobal("crypto", crypto ?? undefined);

    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const expected = createHash("sha256").update(bytes).digest("base64");
        expect(await digest(new Uint8Array(bytes))).toBe(`sha-256=:${expected}:`);
      }),
    );
  });
});

test("digestText counts a text's UTF-8 bytes", async () => {
  const bytes = new Uint8Array([0xc3, 0xbc, 0xf0, 0x9f, 0x99, 0x82]);

  expect(await digestText("ü🙂")).toBe(await digest(bytes));
});

describe("parseReprDigest", () => {
  test.each([
    ["the algorithm alone", vector],
    ["another one before it", `sha-512=:AAAA:, ${vector}`],
    ["another one after it", `${vector},md5=:AAAA:`],
    ["one that nobody knows", `x-new=:AAAA:,\t${vector}`],
    ["space around it", `  ${vector}  `],
    ["parameters", `${vector};a=1;b`],
    ["parameters and another one", `${vector}; a="x" , sha-512=:AAAA:`],
  ])("finds sha-256 with %s", (_, header) => {
    expect(parseReprDigest(header)).toBe(vector);
  });

  test.each([
    ["no header", null],
    ["an empty header", ""],
    ["another algorithm", "sha-512=:AAAA:"],
    ["a name that ends alike", vector.replace("sha-256", "x-sha-256")],
    ["capitals", vector.replace("sha-256", "SHA-256")],
    ["hexadecimal digits", `sha-256=${"ab".repeat(32)}`],
    ["no colons", vector.replaceAll(":", "")],
    ["no last colon", vector.slice(0, -1)],
    ["a byte too few", "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabA==:"],
    ["no padding", vector.replace("Dg=:", "Dg:")],
    ["base64url", vector.replaceAll("/", "_")],
    ["something behind it", `${vector} and more`],
    ["a space inside", vector.replace("RK/", "RK/ ")],
  ])("finds none in %s", (_, header) => {
    expect(parseReprDigest(header)).toBeUndefined();
  });

  test("gives back what digest makes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const made = await digestText(text);
        expect(parseReprDigest(`md5=:AAAA:, ${made}`)).toBe(made);
      }),
    );
  });
});

describe("digestPath", () => {
  test.each([
    [vector, "RK_0qy18MlBSVnWgjwz6lZEWjP_lF5HF9bvEF8FabDg"],
    [other, "A".repeat(43)],
    [`sha-256=:${"+/".repeat(21)}A=:`, `${"-_".repeat(21)}A`],
  ])("makes of %s the path %s", (value, path) => {
    expect(digestPath(value)).toBe(path);
  });

  test("is base64url of the same bytes, and fits in a path", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const path = digestPath(await digestText(text));
        expect(path).toBe(createHash("sha256").update(text).digest("base64url"));
      }),
    );
  });
});
