import { describe, expect, test } from "vitest";
import { parseApkInstalled } from "./apk.ts";

describe("parseApkInstalled", () => {
  test("tells the upstream version alone", () => {
    const text = "C:Q1x=\nP:nginx\nV:1.26.2-r4\nA:x86_64\n\nP:openssh\nV:9.9_p2-r0\n\n";

    expect(Array.from(parseApkInstalled(text))).toEqual([
      ["nginx", "1.26.2"],
      ["openssh", "9.9_p2"],
    ]);
  });

  test("keeps the first name and version of a package", () => {
    const text = "P:musl\nV:1.2.5-r9\nT:P:evil\nP:evil\nV:9-r0\n\nP:musl\nV:8-r0\n";

    expect(Array.from(parseApkInstalled(text))).toEqual([["musl", "1.2.5"]]);
  });

  test("reads lines that end as on Windows", () => {
    const text = "P:nginx\r\nV:1.26.2-r4\r\n\r\nP:musl\r\nV:1.2.5-r9\r\n\r\n";

    expect(Array.from(parseApkInstalled(text))).toEqual([
      ["nginx", "1.26.2"],
      ["musl", "1.2.5"],
    ]);
  });

  test.each([
    [0, "files that are not all there", "f"],
    [0, "a script that failed", "s"],
    [0, "both", "fs"],
    [1, "attributes that were not set", "x"],
    [1, "checksums of another kind", "S"],
  ])("counts %i package with %s", (count, _, flags) => {
    expect(parseApkInstalled(`P:nginx\nV:1.0-r0\nf:${flags}\n\n`).size).toBe(count);
  });

  test.each(["P:nginx\n\n", "V:1.0-r0\n\n", "P:nginx\nV:built by jane\n\n"])(
    "leaves out a package without a name or a version: %j",
    (text) => {
      expect(parseApkInstalled(text).size).toBe(0);
    },
  );
});
