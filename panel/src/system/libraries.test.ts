import { describe, expect, test } from "vitest";
import { knownLibraries, readLibraries } from "./libraries.ts";
import { hostileTexts } from "./testing/hostileFileTexts.ts";
import { versionPattern } from "./version.ts";

describe("readLibraries", () => {
  test("tells this runtime's libraries, sorted by name", () => {
    const libraries = readLibraries();
    const names = libraries.map(({ name }) => name);

    expect(names).toEqual(expect.arrayContaining(["openssl", "sqlite", "v8", "zlib"]));
    expect(names).toEqual(names.toSorted());
    expect(libraries).toContainEqual({
      name: "openssl",
      version: process.versions.openssl,
    });
    for (const { version } of libraries) expect(version).toMatch(versionPattern);
  });

  test("tells known libraries alone", () => {
    expect(readLibraries({ node: "24.0.0", modules: "137", evil: "1.0" })).toEqual([]);
  });

  test("leaves out a library that this runtime was built without", () => {
    expect(readLibraries({ nghttp3: "", ngtcp2: undefined, uv: "1.52.1" })).toEqual([
      { name: "uv", version: "1.52.1" },
    ]);
  });

  test.each(hostileTexts)("never tells %j", (text) => {
    const versions = Object.fromEntries(knownLibraries.map((name) => [name, text]));

    expect(readLibraries({ ...versions, [text]: "1.0" })).toEqual([]);
  });
});
