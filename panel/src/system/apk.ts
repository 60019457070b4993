import { isVersion } from "./version.ts";

/**
 * Parses apk's database of installed packages into names and upstream versions:
 * paragraphs end at an empty line, `P:` is a package's name and `V:` its version, see
 * Alpine's "Apk spec". The package's own release (`-r0`) is cut off.
 */
export function parseApkInstalled(text: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const paragraph of text.split(/\n{2,}/)) {
    const lines = paragraph.split("\n");
    const name = lines.find((line) => line.startsWith("P:"))?.slice(2);
    const version = lines.find((line) => line.startsWith("V:"))?.slice(2);
    const upstream = version?.replace(/-r[0-9]+$/, "") ?? "";
    if (name && !packages.has(name) && isVersion(upstream)) packages.set(name, upstream);
  }
  return packages;
}
