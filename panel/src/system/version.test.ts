import { describe, expect, test } from "vitest";
import { hostileTexts } from "./testing/hostileFileTexts.ts";
import { compareVersions, isVersion } from "./version.ts";

describe("isVersion", () => {
  test.each([
    "1.22.1",
    "9.2p1",
    "2.4.57+dfsg",
    "13.6.233.17-node.53",
    "1_p2",
    "2~rc1",
    `1${"0".repeat(63)}`,
  ])("takes %s for a version", (text) => {
    expect(isVersion(text)).toBe(true);
  });

  test.each([...hostileTexts, "", "v1.0", "1:1.0", "1.0\n", `1${"0".repeat(64)}`])(
    "does not take %j for a version",
    (text) => {
      expect(isVersion(text)).toBe(false);
    },
  );
});

describe("compareVersions", () => {
  test("orders by numbers, not by digits", () => {
    expect(["15.10", "9.6.24", "15", "15.9"].sort(compareVersions)).toEqual([
      "9.6.24",
      "15",
      "15.9",
      "15.10",
    ]);
  });
});
