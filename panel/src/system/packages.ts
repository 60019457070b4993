import { parseApkInstalled } from "./apk.ts";
import { parseDpkgControl, parseDpkgStatus } from "./dpkg.ts";
import { listBelow, readBytesBelow, readTextBelow } from "./fileTree.ts";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { readOsReleaseValues } from "./osRelease.ts";
import {
  findPackageNaming,
  managerOf,
  type PackageManager,
  type PackageNaming,
  packageManagers,
} from "./packageManager.ts";
import { parsePacmanDesc } from "./pacman.ts";
import { rememberParsed } from "./rememberParsed.ts";
import { requireLinux } from "./requireLinux.ts";
import { readRpm } from "./rpmDatabase.ts";

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

/** The packages that a machine is made of, and whose they are. */
interface PackageDatabase {
  readonly manager: PackageManager;
  readonly naming: PackageNaming;
  readonly packages: Packages;
}

/**
 * Reads the package database below `root` that the machine is made of: that of its
 * distribution's package manager, as os-release tells it, else the first that lists a
 * package. One that lists none does not count, and one of another package manager comes
 * last: dpkg, pacman and rpm can be installed as mere tools.
 *
 * @throws NotAvailableHere when there is no such database, the distribution's cannot be
 * read, or `root` is not a Linux machine's
 */
export async function readPackageDatabase(root: string): Promise<PackageDatabase> {
  requireLinux(root);
  const osRelease = await readOsReleaseValues(root);
  const own = osRelease && findPackageNaming(osRelease);
  for (const naming of new Set([...(own ? [own] : []), ...packageManagers])) {
    const manager = managerOf(naming);
    const packages = await readers[manager](root);
    if (packages.size > 0) return { manager, naming, packages };
  }
  throw new NotAvailableHere(
    "The installed services are unknown: there is no database of dpkg, apk, pacman or " +
      "rpm that lists a package, and no other is read. Run the panel on a distribution " +
      "that uses one of them, or point it at another file tree.",
  );
}

const readers: Record<PackageManager, (root: string) => Promise<Packages>> = {
  dpkg: readDpkg,
  apk: readApk,
  pacman: readPacman,
  rpm: readRpm,
};

/** A database that is one file: where it lies, and what its bytes list. */
interface DatabaseFile {
  readonly path: string;
  readonly parse: (bytes: Buffer) => Packages;
}

/** Reads a database that is one file; `null` where it is missing. */
async function readFileOf(
  root: string,
  { path, parse }: DatabaseFile,
): Promise<Packages | null> {
  const bytes = await readBytesBelow(root, path);
  return bytes && parse(bytes);
}

/**
 * What is written to the end ends a line; of a database that does not, nobody knows what
 * else was in it.
 */
function databaseFile(path: string, parse: (text: string) => Packages): DatabaseFile {
  return {
    path,
    parse: rememberParsed((bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (text === "" || text.endsWith("\n")) return parse(text);
      throw new NotAvailableHere(
        `The installed services are unknown: ${path} ends in the middle of a line, so a ` +
          "part of it is missing. Repair the package database, or put its backup in its " +
          "place.",
      );
    }),
  };
}

const dpkgStatus = databaseFile("/var/lib/dpkg/status", parseDpkgStatus);

/** apk 3 keeps its database below `/usr`, unless there already is one in `/lib`. */
const apkInstalled = ["/lib/apk/db/installed", "/usr/lib/apk/db/installed"].map((path) =>
  databaseFile(path, parseApkInstalled),
);

async function readDpkg(root: string): Promise<Packages> {
  const packages = new Map(await readFileOf(root, dpkgStatus));
  const folder = "/var/lib/dpkg/status.d";
  for (const file of (await listBelow(root, folder)) ?? []) {
    const text = await readTextBelow(root, `${folder}/${file}`);
    for (const [name, version] of parseDpkgControl(text ?? "")) {
      if (!packages.has(name)) packages.set(name, version);
    }
  }
  return packages;
}

async function readApk(root: string): Promise<Packages> {
  for (const file of apkInstalled) {
    const packages = await readFileOf(root, file);
    if (packages) return packages;
  }
  return new Map();
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
