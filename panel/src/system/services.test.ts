import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownServices, type ServicePackages } from "./knownServices.ts";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { readServices } from "./services.ts";
import { hostileText, hostileTexts } from "./testing/hostileFileTexts.ts";
import { listing, standInRpm } from "./testing/standInRpm.ts";
import { type Tree, withTree } from "./testing/withTree.ts";
import { versionPattern } from "./version.ts";

function debian(
  ...packages: readonly (readonly [name: string, version: string])[]
): Tree {
  const paragraphs = packages.map(
    ([name, version]) =>
      `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n`,
  );
  return { "/var/lib/dpkg/status": paragraphs.join("\n") };
}

function alpine(
  ...packages: readonly (readonly [name: string, version: string])[]
): Tree {
  const paragraphs = packages.map(([name, version]) => `P:${name}\nV:${version}\n`);
  return { "/lib/apk/db/installed": paragraphs.join("\n") };
}

function arch(...packages: readonly (readonly [name: string, version: string])[]): Tree {
  return Object.fromEntries(
    packages.map(([name, version], i) => [
      `/var/lib/pacman/local/${i}/desc`,
      `%NAME%\n${name}\n\n%VERSION%\n${version}\n\n%DESC%\n${name}\n\n`,
    ]),
  );
}

function fedora(
  ...packages: readonly (readonly [name: string, version: string])[]
): Tree {
  const lines = packages.map(([name, version]) => `${name}\t${version}\n`);
  return { "/var/lib/rpm/rpmdb.sqlite": lines.join("") };
}

function read(tree: Tree) {
  return withTree(tree, readServices);
}

describe("readServices", () => {
  test("knows Debian's packages", async () => {
    const tree = debian(
      ["postgresql-15", "15.8-0+deb12u1"],
      ["postgresql", "15+248"],
      ["php8.2-fpm", "8.2.24-1~deb12u1"],
      ["php-fpm", "2:8.2+93"],
      ["openssh-server", "1:9.2p1-2+deb12u3"],
      ["apache2", "2.4.62-1~deb12u2"],
      ["bash", "5.2.15-2+b8"],
    );

    expect(await read(tree)).toEqual([
      { name: "apache", version: "2.4.62" },
      { name: "openssh", version: "9.2p1" },
      { name: "php-fpm", version: "8.2.24" },
      { name: "postgresql", version: "15.8" },
    ]);
  });

  test("knows Alpine's packages", async () => {
    const tree = alpine(
      ["postgresql16", "16.4-r0"],
      ["php83-fpm", "8.3.12-r0"],
      ["bind", "9.18.31-r0"],
      ["musl", "1.2.5-r0"],
    );

    expect(await read(tree)).toEqual([
      { name: "bind", version: "9.18.31" },
      { name: "php-fpm", version: "8.3.12" },
      { name: "postgresql", version: "16.4" },
    ]);
  });

  test("knows Arch's packages", async () => {
    const tree = arch(
      ["nginx", "1:1.26.2-1"],
      ["apache", "2.4.62-1"],
      ["glibc", "2.40-1"],
    );

    expect(await read(tree)).toEqual([
      { name: "apache", version: "2.4.62" },
      { name: "nginx", version: "1.26.2" },
    ]);
  });

  test("names a service once, by its highest version", async () => {
    const tree = debian(
      ["postgresql-9.6", "9.6.24-1"],
      ["postgresql-16", "16.4-1"],
      ["postgresql-15", "15.10-1"],
      ["postgresql-16-postgis-3", "99.0-1"],
    );

    expect(await read(tree)).toEqual([{ name: "postgresql", version: "16.4" }]);
  });

  test("does not take another package manager's name for a service", async () => {
    expect(await read(debian(["apache", "1.0-1"], ["bind", "1.0-1"]))).toEqual([]);
  });

  test("gives an empty list for a machine without services", async () => {
    expect(await read(debian(["bash", "5.2.15-2"]))).toEqual([]);
  });

  test("says that it does not know where there is no package database", async () => {
    await expect(read({})).rejects.toThrow(NotAvailableHere);
  });

  test.each(hostileTexts)("never tells %j, as a name or as a version", async (text) => {
    await standInRpm(listing);
    for (const distribution of [debian, alpine, arch, fedora]) {
      const services = await read(
        distribution(["bash", "5.2-1"], [text, "1.0-1"], ["postfix", text]),
      );
      expect(services.map(({ name }) => name)).not.toContain("evil");
      expect(services.filter(({ version }) => !/^1\.0$/.test(version))).toEqual([]);
    }
  });

  const packageName = fc.oneof(
    fc.constantFrom(
      ...Object.values<ServicePackages>(knownServices)
        .flatMap((origins) => Object.values(origins).flat())
        .filter((name) => typeof name === "string"),
      "postgresql-15",
      "postgresql16",
      "php8.2-fpm",
    ),
    hostileText,
  );
  const version = fc.oneof(fc.constantFrom("1.0-1", "2:3.4-5", "1.2-r0"), hostileText);
  const packages = fc.array(fc.tuple(packageName, version), { maxLength: 8 });

  test.each([
    ["dpkg", debian],
    ["apk", alpine],
    ["pacman", arch],
  ])(
    "tells known names and versions alone, whatever %s says",
    async (_, distribution) => {
      await fc.assert(
        fc.asyncProperty(packages, async (entries) => {
          const services = await read(distribution(["bash", "5.2-1"], ...entries));
          const names = services.map(({ name }) => name);
          expect(Object.keys(knownServices)).toEqual(expect.arrayContaining(names));
          expect(names).toEqual([...new Set(names)].sort());
          for (const service of services) {
            expect(Object.keys(service)).toEqual(["name", "version"]);
            expect(service.version).toMatch(versionPattern);
          }
        }),
      );
    },
  );
});
