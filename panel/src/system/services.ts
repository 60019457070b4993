import { knownServices, type ServicePackages } from "./knownServices.ts";
import { type Packages, readPackageDatabase } from "./packages.ts";
import { compareVersions, type NamedVersion } from "./version.ts";

/**
 * Reads which of the known services are installed below `root`, and their upstream
 * versions. Every name is one of `knownServices` and comes at most once; the list is
 * sorted by name, by code unit, so that the same machine gives the same bytes in any
 * locale. A machine with none of them gives an empty list.
 *
 * @throws NotAvailableHere when there is no package database to read, or `root` is not a
 * Linux machine's
 */
export async function readServices(root: string): Promise<readonly NamedVersion[]> {
  const { manager, naming, packages } = await readPackageDatabase(root);
  return Object.entries<ServicePackages>(knownServices)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, origins]) => {
      const version = findVersion(packages, origins[naming] ?? origins[manager] ?? []);
      return version === undefined ? [] : [{ name, version }];
    });
}

function findVersion(
  packages: Packages,
  wanted: readonly (string | RegExp)[],
): string | undefined {
  for (const name of wanted) {
    const version =
      typeof name === "string" ? packages.get(name) : highestVersion(packages, name);
    if (version !== undefined) return version;
  }
  return undefined;
}

function highestVersion(packages: Packages, pattern: RegExp): string | undefined {
  return Array.from(packages)
    .filter(([name]) => pattern.test(name))
    .map(([, version]) => version)
    .sort(compareVersions)
    .at(-1);
}
