import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRpmQuery } from "./rpm.ts";
import { hostileText } from "./testing/hostileFileTexts.ts";
import { versionPattern } from "./version.ts";

describe("parseRpmQuery", () => {
  test.each([
    ["1.26.2", "1.26.2"],
    ["8.7p1", "8.7p1"],
    ["2.4~rc1", "2.4~rc1"],
    ["1.0^20240101git1a2b3c", "1.0"],
  ])("tells of %s the upstream version alone", (version, upstream) => {
    expect(parseRpmQuery(`nginx\t${version}\n`).get("nginx")).toBe(upstream);
  });

  test.each(["kernel\t5.9.1\nkernel\t5.14.0\n", "kernel\t5.14.0\nkernel\t5.9.1\n"])(
    "tells of a package that is installed twice the highest version: %j",
    (text) => {
      expect(Array.from(parseRpmQuery(text))).toEqual([["kernel", "5.14.0"]]);
    },
  );

  test.each([
    "",
    "\n",
    "nginx\n",
    "\t1.0\n",
    "nginx\tbuilt by jane\n",
    "gpg-pubkey\t06\n",
  ])("leaves out what is no package with a name and a version: %j", (text) => {
    expect(parseRpmQuery(text).size).toBe(0);
  });

  test("tells versions alone, whatever rpm says", () => {
    const lines = fc.array(fc.tuple(hostileText, hostileText));
    fc.assert(
      fc.property(lines, (entries) => {
        const text = entries.map(([name, version]) => `${name}\t${version}\n`).join("");
        for (const version of parseRpmQuery(text).values()) {
          expect(version).toMatch(versionPattern);
        }
      }),
    );
  });
});
