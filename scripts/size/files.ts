import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Bytes after gzip of the built files that a page loads with these, each by itself as a
 * server sends it, and of whatever they import before they run. A name may leave out the
 * hash at its end.
 */
export function filesSize(folder: string, names: readonly string[]): number {
  const found = new Map<string, Buffer>();
  const add = (name: string) => {
    if (found.has(name)) return;
    const content = readFileSync(join(folder, name));
    found.set(name, content);
    const imports = name.endsWith(".js")
      ? content.toString().matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g)
      : [];
    for (const [, path = ""] of imports) add(path);
  };
  for (const name of names) add(hashed(folder, name));
  return [...found.values()].reduce(
    (sum, content) => sum + gzipSync(content, { level: 9 }).length,
    0,
  );
}

function hashed(folder: string, name: string): string {
  const [file, ...others] = globSync([name, name.replace(/\.js$/, "-????????.js")], {
    cwd: folder,
  });
  if (file && others.length === 0) return file;
  throw new Error(`${name} is not one file of ${folder}.`);
}
