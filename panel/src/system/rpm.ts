import { compareVersions, isVersion } from "./version.ts";

/** What `rpm --query` is asked to print of each package. */
export const rpmQueryFormat = "%{NAME}\\t%{VERSION}\\n";

/**
 * Parses what rpm prints by `rpmQueryFormat` into names and upstream versions: the epoch
 * and the package's own release are fields of their own in rpm, and what follows a `^`
 * names a snapshot that was packaged after that version, see rpm-version(7). Of a package
 * that is installed more than once the highest version counts, so that rpm's order does
 * not matter. `gpg-pubkey` is no package, but a key that rpm keeps among them.
 */
export function parseRpmQuery(text: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [name = "", whole = ""] = line.split("\t");
    const version = whole.replace(/\^.*$/, "");
    if (name === "" || name === "gpg-pubkey" || !isVersion(version)) continue;
    const other = packages.get(name);
    if (other === undefined || compareVersions(other, version) < 0) {
      packages.set(name, version);
    }
  }
  return packages;
}
