import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseOsRelease } from "./osRelease.ts";
import { findPackageNaming } from "./packageManager.ts";
import { distributions } from "./testing/distributions.ts";

describe("findPackageNaming", () => {
  test.each(distributions)("knows $file", async ({ file, naming }) => {
    const path = join(import.meta.dirname, "testing/distributions", file);

    expect(findPackageNaming(parseOsRelease(await readFile(path, "utf8")))).toBe(naming);
  });

  test.each([
    ["the closest relative", { ID: "other", ID_LIKE: "suse fedora" }, "suse"],
    ["its own name first", { ID: "debian", ID_LIKE: "fedora" }, "dpkg"],
    ["no name that only begins like one", { ID: "debianish", ID_LIKE: "archaic" }, null],
    ["nothing where nothing is said", {}, null],
  ])("takes %s", (_, values, naming) => {
    expect(findPackageNaming(new Map(Object.entries(values)))).toBe(naming);
  });
});
