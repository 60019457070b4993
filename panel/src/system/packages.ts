import { parseApkInstalled } from "./apk.ts";
import { parseDpkgControl, parseDpkgStatus } from "./dpkg.ts";
import { listBelow, readTextBelow } from "./fileTree.ts";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { parsePacmanDesc } from "./pacman.ts";
import { requireLinux } from "./requireLinux.ts";

/** The package managers whose databases are read, in the order they are tried. */
export const packageManagers = ["dpkg", "apk", "pacman"] as const;

export type PackageManager = (typeof packageManagers)[number];

/** Installed packages: name → upstream version. */
export type Packages = ReadonlyMap<string, string>;

/**
 * Reads the packages installed below `root`: name → upstream version, without epoch and
 * packaging revision, because the payload needs to tell no more than that. A package
 * whose version does not look like one (see `versionPattern`) is left out.
 *
 * @throws NotAvailableHere as `readPackageDatabase` does
 */
export async function readPackages(root: string): Promise<Packages> {
  return (await readPackageDatabase(root)).packages;
}

/**
 * Reads the first package database below `root` that lists a package, and says whose it
 * is. One that lists none does not count: dpkg and pacman can be installed as mere tools
 * beside the package manager that the machine is made of.
 *
 * @throws NotAvailableHere when there is no such database, or `root` is not a Linux
 * machine's
 */
export async function readPackageDatabase(
  root: string,
): Promise<{ readonly manager: PackageManager; readonly packages: Packages }> {
  requireLinux(root);
  for (const manager of packageManagers) {
    const packages = await readers[manager](root);
    if (packages.size > 0) return { manager, packages };
  }
  throw new NotAvailableHere(
    "The installed services are unknown: there is no database of dpkg, apk or pacman " +
      "that lists a package, and no other is read. Run the panel on a distribution " +
      "that uses one of them, or point it at another file tree.",
  );
}

const readers: Record<PackageManager, (root: string) => Promise<Packages>> = {
  dpkg: readDpkg,
  apk: readApk,
  pacman: readPacman,
};

/**
 * Reads a database that is one file. What is written to the end ends a line; of one that
 * does not, nobody knows what else was in it.
 */
async function readWhole(root: string, path: string): Promise<string | null> {
  const text = await readTextBelow(root, path);
  if (!text || text.endsWith("\n")) return text;
  throw new NotAvailableHere(
    `The installed services are unknown: ${path} ends in the middle of a line, so a part ` +
      "of it is missing. Repair the package database, or put its backup in its place.",
  );
}

async function readDpkg(root: string): Promise<Packages> {
  const status = await readWhole(root, "/var/lib/dpkg/status");
  const packages = new Map(parseDpkgStatus(status ?? ""));
  const folder = "/var/lib/dpkg/status.d";
  for (const file of (await listBelow(root, folder)) ?? []) {
    const text = await readTextBelow(root, `${folder}/${file}`);
    for (const [name, version] of parseDpkgControl(text ?? "")) {
      if (!packages.has(name)) packages.set(name, version);
    }
  }
  return packages;
}

/** apk 3 keeps its database below `/usr`, unless there already is one in `/lib`. */
async function readApk(root: string): Promise<Packages> {
  const text =
    (await readWhole(root, "/lib/apk/db/installed")) ??
    (await readWhole(root, "/usr/lib/apk/db/installed"));
  return parseApkInstalled(text ?? "");
}

/** One file after the other: all at once could need more files than may be open. */
async function readPacman(root: string): Promise<Packages> {
  const packages = new Map<string, string>();
  const folder = "/var/lib/pacman/local";
  for (const entry of (await listBelow(root, folder)) ?? []) {
    const text = await readTextBelow(root, `${folder}/${entry}/desc`);
    const found = parsePacmanDesc(text ?? "");
    if (found) packages.set(found.name, found.version);
  }
  return packages;
}
