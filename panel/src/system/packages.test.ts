import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { readPackageDatabase, readPackages } from "./packages.ts";
import { withTree } from "./testing/withTree.ts";

const bash = "Package: bash\nStatus: install ok installed\nVersion: 5.2.15-2+b8\n";
const musl = "P:musl\nV:1.2.5-r9\n\n";
const glibc = "%NAME%\nglibc\n\n%VERSION%\n2.40-1\n\n";

describe("readPackageDatabase", () => {
  test.each([
    ["dpkg", "/var/lib/dpkg/status", bash, ["bash", "5.2.15"]],
    ["apk", "/lib/apk/db/installed", musl, ["musl", "1.2.5"]],
    ["apk", "/usr/lib/apk/db/installed", musl, ["musl", "1.2.5"]],
    ["pacman", "/var/lib/pacman/local/glibc-2.40-1/desc", glibc, ["glibc", "2.40"]],
  ])("reads the database of %s at %s", async (manager, path, text, entry) => {
    const database = await withTree({ [path]: text }, readPackageDatabase);

    expect(database.manager).toBe(manager);
    expect(Array.from(database.packages)).toEqual([entry]);
  });

  test.each([
    ["dpkg", "/var/lib/dpkg/status", bash],
    ["dpkg", "/var/lib/dpkg/status.d/bash", "Package: bash\nVersion: 5.2.15-2\n"],
    ["apk", "/lib/apk/db/installed", musl],
    ["pacman", "/var/lib/pacman/local/glibc/desc", glibc],
  ])("reads %s's %s after a byte order mark", async (manager, path, text) => {
    const database = await withTree({ [path]: `\ufeff${text}` }, readPackageDatabase);

    expect(database.manager).toBe(manager);
    expect(database.packages.size).toBe(1);
  });

  test.each([
    ["dpkg", "/var/lib/dpkg/status", `${bash}Maintainer: J\u00f6rg\n`],
    ["apk", "/lib/apk/db/installed", `P:musl\nV:1.2.5-r9\nm:J\u00f6rg\n\n`],
    ["pacman", "/var/lib/pacman/local/glibc/desc", `${glibc}%PACKAGER%\nJ\u00f6rg\n\n`],
  ])("reads %s's %s beside a name in Latin-1", async (_, path, text) => {
    const tree = { [path]: Buffer.from(text, "latin1") };

    expect((await withTree(tree, readPackageDatabase)).packages.size).toBe(1);
  });

  test.each([
    ["dpkg's, within a version", "/var/lib/dpkg/status", `${bash}\n${bash.slice(0, -6)}`],
    ["dpkg's, filled up with zeros", "/var/lib/dpkg/status", `${bash}\0\0\0\0`],
    ["apk's, within a version", "/lib/apk/db/installed", `${musl}P:nginx\nV:1.2`],
    [
      "apk's, within a field",
      "/usr/lib/apk/db/installed",
      `${musl}P:nginx\nV:1.2-r0\nA:x8`,
    ],
  ])("says that a half-written database cannot be read: %s", async (_, path, text) => {
    const error = await withTree({ [path]: text }, readPackageDatabase).catch(
      (reason: unknown) => reason,
    );

    expect(error).toBeInstanceOf(NotAvailableHere);
    expect(error).toMatchObject({ message: expect.stringContaining(path) });
  });

  test("passes over a database without a package", async () => {
    const tree = {
      "/var/lib/dpkg/status": "",
      "/var/lib/pacman/local/ALPM_DB_VERSION": "9\n",
      "/var/lib/pacman/local/glibc-2.40-1/desc": glibc,
    };

    expect((await withTree(tree, readPackageDatabase)).manager).toBe("pacman");
  });

  test.each([
    ["no database", {}],
    ["only an empty one", { "/var/lib/dpkg/status": "" }],
    ["only one of rpm", { "/var/lib/rpm/rpmdb.sqlite": "SQLite format 3" }],
  ])("says that it does not know where there is %s", async (_, tree) => {
    await expect(withTree(tree, readPackageDatabase)).rejects.toThrow(NotAvailableHere);
  });
});

describe("readPackages", () => {
  test("adds what an image without dpkg lists", async () => {
    const tree = {
      "/var/lib/dpkg/status": bash,
      "/var/lib/dpkg/status.d/bash": "Package: bash\nVersion: 4.0-1\n",
      "/var/lib/dpkg/status.d/openssl": "Package: openssl\nVersion: 3.0.15-1\n",
      "/var/lib/dpkg/status.d/openssl.md5sums": "d41d8cd9  usr/bin/openssl\n",
    };

    expect(Array.from(await withTree(tree, readPackages))).toEqual([
      ["bash", "5.2.15"],
      ["openssl", "3.0.15"],
    ]);
  });

  const hasDpkg = spawnSync("dpkg-query", ["--version"]).status === 0;

  test.runIf(hasDpkg)("agrees with dpkg-query about this machine", async () => {
    const format = "$" + "{db:Status-Status} $" + "{Package} $" + "{Version}\n";
    const listed = execFileSync("dpkg-query", ["-W", "-f", format], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    })
      .split("\n")
      .map((line) => line.split(" "))
      .filter(([status]) => status === "installed");
    const packages = await readPackages("/");

    for (const known of ["base-files", "bash", "coreutils", "dpkg", "libc6", "tar"]) {
      const [, , whole = ""] = listed.find(([, name]) => name === known) ?? [];
      const upstream = packages.get(known) ?? "missing";
      expect(
        whole
          .split(":")
          .at(-1)
          ?.split(/-(?=[^-]*$)/)[0],
      ).toBe(upstream);
    }
    const names = new Set(listed.map(([, name]) => name));
    expect(Array.from(packages.keys()).filter((name) => !names.has(name))).toEqual([]);
    expect(packages.size).toBeGreaterThan(names.size * 0.95);
  });
});
