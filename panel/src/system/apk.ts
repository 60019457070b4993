import { isVersion } from "./version.ts";

/**
 * Parses apk's database of installed packages into names and upstream versions:
 * paragraphs end at an empty line, `P:` is a package's name and `V:` its version, see
 * Alpine's "Apk spec". The package's own release (`-r0`) is cut off. A package that apk
 * could not install whole is left out: `f:` has an `f` where files are missing, and an `s`
 * where a script failed, see apk-tools' `src/database.c`.
 */
export function parseApkInstalled(text: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const paragraph of text.split(/(?:\r?\n){2,}/)) {
    const lines = paragraph.split(/\r?\n/);
    const name = field(lines, "P");
    const version = field(lines, "V").replace(/-r[0-9]+$/, "");
    if (!name || packages.has(name) || !isVersion(version)) continue;
    if (!/[fs]/.test(field(lines, "f"))) packages.set(name, version);
  }
  return packages;
}

function field(lines: readonly string[], letter: string): string {
  return lines.find((line) => line.startsWith(`${letter}:`))?.slice(2) ?? "";
}
