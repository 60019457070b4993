import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/**
 * Writes the types of JSON files into the declarations that import them. The files are not
 * in the package, and not every host's compiler reads JSON.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, "dist/types");
const imported = /^import (?:type )?(\w+) from "([^"]+\.json)"(?: with \{[^}]*\})?;$/gm;

for (const path of globSync("**/*.d.ts", { cwd: folder })) {
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  const inlined = text.replace(imported, (_, name: string, source: string) => {
    const json = join(root, relative(folder, resolve(dirname(file), source)));
    return `declare const ${name}: ${typeOf(JSON.parse(readFileSync(json, "utf8")))};`;
  });
  if (inlined !== text) writeFileSync(file, inlined);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) {
    return `(${[...new Set(value.map(typeOf))].join(" | ") || "never"})[]`;
  }
  if (typeof value !== "object" || value === null) return typeof value;
  const members = Object.entries(value).map(
    ([key, child]) => `${JSON.stringify(key)}: ${typeOf(child)};`,
  );
  return `{ ${members.join(" ")} }`;
}
