import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findFileBelow } from "./fileTree.ts";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { queryRpm } from "./queryRpm.ts";
import { parseRpmQuery } from "./rpm.ts";

/** Where distributions keep the database; mostly one is a link to the other. */
const folders = ["/usr/lib/sysimage/rpm", "/var/lib/rpm"];

/** The files of rpm's databases that hold packages, as SQLite, ndb and Berkeley DB. */
const databases = [
  "rpmdb.sqlite",
  "rpmdb.sqlite-wal",
  "Packages.db",
  "Index.db",
  "Packages",
];

/**
 * Reads the packages that rpm lists below `root`, by this machine's `rpm` and from a copy
 * of the database: rpm would write into the tree, and would follow the tree's absolute
 * links out of it.
 *
 * @returns no packages where there is no database
 * @throws NotAvailableHere when there is one, and rpm does not tell what is in it
 */
export async function readRpm(root: string): Promise<ReadonlyMap<string, string>> {
  for (const folder of folders) {
    const files = await findDatabase(root, folder);
    if (files.length === 0) continue;
    const packages = parseRpmQuery(await withCopy(files, queryRpm));
    if (packages.size > 0) return packages;
    throw new NotAvailableHere(
      `The installed services are unknown: there is a database of rpm in ${folder}, and ` +
        "this machine's rpm lists no package in it, as it does of one in a format that " +
        "it does not know. Run the panel on the machine that the database belongs to.",
    );
  }
  return new Map();
}

async function findDatabase(root: string, folder: string): Promise<readonly string[]> {
  const files = await Promise.all(
    databases.map((name) => findFileBelow(root, `${folder}/${name}`)),
  );
  return files.filter((file) => file !== null);
}

async function withCopy<T>(
  files: readonly string[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-rpm-"));
  try {
    await copyUnchanged(files, folder);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Copies files that belong together into a folder, as they were at one time: what is
 * written to while it is copied is copied again.
 *
 * @throws NotAvailableHere when they cannot be copied, or do not come to rest
 */
export async function copyUnchanged(
  files: readonly string[],
  folder: string,
  copy: typeof copyFile = copyFile,
): Promise<void> {
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const before = await fingerprint(files);
      for (const file of files) await copy(file, join(folder, basename(file)));
      if ((await fingerprint(files)) === before) return;
    }
  } catch (cause) {
    throw new NotAvailableHere(
      "The installed services are unknown: the database of rpm cannot be copied to " +
        `${tmpdir()}, where rpm is to read it. Let the panel's account read it, and see ` +
        "to it that there is room.",
      { cause },
    );
  }
  throw new NotAvailableHere(
    "The installed services are unknown for now: the database of rpm is being written " +
      "to. Try again when the installation is over.",
  );
}

async function fingerprint(files: readonly string[]): Promise<string> {
  const found = await Promise.all(files.map((file) => stat(file, { bigint: true })));
  return found.map(({ ino, size, mtimeNs }) => `${ino} ${size} ${mtimeNs}`).join("\n");
}
