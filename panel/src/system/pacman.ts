import { isVersion, type NamedVersion } from "./version.ts";

/**
 * Parses the `desc` file of one installed package in pacman's local database. A line
 * `%NAME%` is followed by the value, and an empty line ends it. The version is
 * `[epoch:]pkgver-pkgrel`, see PKGBUILD(5); `pkgver` alone is kept.
 *
 * @returns the package, or `null` where the file has no name or no version to tell, or
 * ends within one: pacman writes it last, so the package is not installed whole
 */
export function parsePacmanDesc(text: string): NamedVersion | null {
  const name = fieldOf(text, "NAME");
  const version = fieldOf(text, "VERSION")
    .replace(/^[0-9]+:/, "")
    .replace(/-[^-]*$/, "");
  return name && isVersion(version) ? { name, version } : null;
}

function fieldOf(text: string, key: string): string {
  return (
    new RegExp(`(?<=^|\\n\\r?\\n)%${key}%\\r?\\n([^\\r\\n]*)\\r?\\n`).exec(text)?.[1] ??
    ""
  );
}
