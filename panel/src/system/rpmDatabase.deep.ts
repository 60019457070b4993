import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { readPackageDatabase } from "./packages.ts";
import { readServices } from "./services.ts";
import { withTree } from "./testing/withTree.ts";

// What a stand-in cannot show: the real rpm over a database that it made itself.

const packages = [
  { name: "bash", epoch: "0", version: "5.1.8", release: "9.el9" },
  { name: "bind", epoch: "32", version: "9.16.23", release: "24.el9" },
  { name: "httpd", epoch: "0", version: "2.4.62^20240801git1a2b3c", release: "1.el9" },
  { name: "nginx", epoch: "2", version: "1.26.2~rc1", release: "1.el9" },
];

const names = Array.from({ length: 300 }, (_, i) => `filler${i}`);

let folder: string;
let files: readonly string[];

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Has a database made in the tree, as an installation would, and packages put into it. */
function install(root: string, dbpath: string, paths: readonly string[]): void {
  const into = ["--root", root, "--dbpath", dbpath];
  run("rpm", ...into, "--initdb");
  if (paths.length > 0) {
    run("rpm", ...into, "--install", "--justdb", "--nodeps", "--noscripts", ...paths);
  }
}

async function snapshot(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = entry.isFile() ? await readFile(path) : "";
      return `${path} ${createHash("sha256").update(bytes).digest("hex")}`;
    }),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "klartext-rpmbuild-"));
  try {
    run("rpmbuild", "--version");
  } catch (cause) {
    throw new Error("rpm is missing here. Run: apt-get install --yes rpm", { cause });
  }
  const spec = join(folder, "all.spec");
  const fillers = names.map(
    (name) =>
      `%package -n ${name}\nSummary: x\n%description -n ${name}\nx\n%files -n ${name}\n`,
  );
  for (const { name, epoch, version, release } of packages) {
    await writeFile(
      spec,
      `Name: ${name}\nEpoch: ${epoch}\nVersion: ${version}\nRelease: ${release}\n` +
        "Summary: x\nLicense: x\nBuildArch: noarch\n%description\nx\n%files\n" +
        (name === "bash" ? fillers.join("") : ""),
    );
    run("rpmbuild", "-bb", "--define", `_topdir ${folder}`, spec);
  }
  const built = join(folder, "RPMS/noarch");
  files = (await readdir(built)).map((name) => join(built, name));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a tree of rpm's", () => {
  const rocky = { "/etc/os-release": 'ID="rocky"\nID_LIKE="rhel centos fedora"\n' };

  test.each(["/var/lib/rpm", "/usr/lib/sysimage/rpm"])(
    "is told from %s, and left as it was",
    async (dbpath) => {
      await withTree(rocky, async (root) => {
        install(root, dbpath, files);
        // As in a mounted image: the last rpm left nothing beside the database.
        for (const name of ["rpmdb.sqlite-shm", "rpmdb.sqlite-wal", ".rpm.lock"]) {
          await rm(join(root, dbpath, name));
        }
        const before = await snapshot(root);
        const database = await readPackageDatabase(root);

        expect(database.manager).toBe("rpm");
        expect(database.packages.size).toBe(packages.length + names.length);
        expect(await readServices(root)).toEqual([
          { name: "apache", version: "2.4.62" },
          { name: "bind", version: "9.16.23" },
          { name: "nginx", version: "1.26.2~rc1" },
        ]);
        expect(await snapshot(root)).toEqual(before);
      });
    },
  );

  test("is not told from a damaged database, over which rpm ends well", async () => {
    await withTree(rocky, async (root) => {
      install(root, "/var/lib/rpm", files);
      const handle = await open(join(root, "var/lib/rpm/rpmdb.sqlite"), "r+");
      const { size } = await handle.stat();
      await handle.write(new Uint8Array(size / 2).fill(0xa5), 0, size / 2, size / 2);
      await handle.close();

      await expect(readPackageDatabase(root)).rejects.toThrow(NotAvailableHere);
    });
  });

  test("is not told from a database of another format, beside which rpm would make its own", async () => {
    const tree = {
      ...rocky,
      "/var/lib/rpm/Packages.db": "RpmP",
      "/var/lib/rpm/Index.db": "",
    };
    await withTree(tree, async (root) => {
      const before = await snapshot(root);
      await expect(readPackageDatabase(root)).rejects.toThrow(NotAvailableHere);
      expect(await snapshot(root)).toEqual(before);
    });
  });

  test("is Debian's own where rpm is installed as a tool", async () => {
    const tree = {
      "/etc/os-release": "ID=debian\n",
      "/var/lib/dpkg/status":
        "Package: tar\nStatus: install ok installed\nVersion: 1-1\n",
    };
    await withTree(tree, async (root) => {
      await mkdir(join(root, "var/lib/rpm"), { recursive: true });
      install(root, "/var/lib/rpm", files.slice(0, 2));

      expect((await readPackageDatabase(root)).manager).toBe("dpkg");
    });
  });
});
