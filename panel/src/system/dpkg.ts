import { isVersion } from "./version.ts";

/**
 * A `Status` of three words, see "Information about packages" in dpkg(1): what is wanted,
 * the flag, the state. A package is told when it is unpacked and configured.
 *
 * - What is wanted says what is to become of the package, not what it is: one that is
 *   selected for removal is installed until it is removed.
 * - The states of triggers follow upon `installed`, and lead back to it: such a package
 *   stays configured, and waits for work by its own or another package's triggers, see
 *   dpkg's specification of triggers.
 * - `unpacked` and `half-configured` are not configured; of `half-installed` there is no
 *   knowing which files are there; `config-files` has none but its settings.
 * - `reinstreq` says that the package is broken, whatever its state.
 */
const installed =
  /^(?:install|hold|deinstall|purge|unknown) ok (?:installed|triggers-(?:awaited|pending))$/;

/**
 * Parses `/var/lib/dpkg/status` into the installed packages' names and upstream versions.
 *
 * Paragraphs end at an empty line; a line that starts with a space or a tab continues the
 * field above it and never starts one, see deb-control(5). Of a package that is installed
 * for several architectures the first counts: dpkg keeps them at one version.
 */
export function parseDpkgStatus(text: string): ReadonlyMap<string, string> {
  return packagesOf(text, (status) => installed.test(status));
}

/**
 * Parses a file of `/var/lib/dpkg/status.d`, in which images without dpkg keep one
 * package's paragraph each. Where it has no `Status`, what is listed is installed. A last
 * line that does not end is passed over: half a version would be another one.
 */
export function parseDpkgControl(text: string): ReadonlyMap<string, string> {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return packagesOf(whole, (status) => status === "" || installed.test(status));
}

function packagesOf(
  text: string,
  isInstalled: (status: string) => boolean,
): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const paragraph of text.split(/(?:\r?\n){2,}/)) {
    const name = field(paragraph, "Package");
    const version = upstreamVersion(field(paragraph, "Version"));
    if (!name || packages.has(name) || !isVersion(version)) continue;
    if (isInstalled(field(paragraph, "Status"))) packages.set(name, version);
  }
  return packages;
}

/** A field on a line of its own; field names are the same in any case. */
function field(paragraph: string, name: string): string {
  const match = new RegExp(`(?<=^|\\n)${name}:[ \\t]*([^\\n]*)`, "i").exec(paragraph);
  return match?.[1]?.replace(/[ \t\r]+$/, "") ?? "";
}

/** Without the epoch and the Debian revision, see deb-version(7). */
function upstreamVersion(version: string): string {
  return version.replace(/^[0-9]+:/, "").replace(/-[^-]*$/, "");
}
