import { isVersion } from "./version.ts";

/**
 * Parses `/var/lib/dpkg/status` into the installed packages' names and upstream versions.
 *
 * Paragraphs end at an empty line; a line that starts with a space or a tab continues the
 * field above it and never starts one, see deb-control(5). A package counts when its
 * `Status` is `install ok installed`, or `hold ok installed`: held back from upgrades and
 * installed all the same, see dpkg(1).
 */
export function parseDpkgStatus(text: string): ReadonlyMap<string, string> {
  return packagesOf(text, (status) => /^(?:install|hold) ok installed$/.test(status));
}

/**
 * Parses a file of `/var/lib/dpkg/status.d`, in which images without dpkg keep one
 * package's paragraph each. It has no `Status`: what is listed is installed.
 */
export function parseDpkgControl(text: string): ReadonlyMap<string, string> {
  return packagesOf(text, (status) => status === "");
}

function packagesOf(
  text: string,
  isInstalled: (status: string) => boolean,
): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const paragraph of text.split(/\n{2,}/)) {
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
  return match?.[1]?.replace(/[ \t]+$/, "") ?? "";
}

/** Without the epoch and the Debian revision, see deb-version(7). */
function upstreamVersion(version: string): string {
  return version.replace(/^[0-9]+:/, "").replace(/-[^-]*$/, "");
}
