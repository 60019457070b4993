import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, inject, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const folder = inject("packageFolder");

/** The declarations that a host reads of the package, and what they import that is not there. */
function readTypes(entry: string) {
  const read = new Set<string>();
  const missing: string[] = [];
  const visit = (file: string) => {
    if (read.has(file)) return;
    read.add(file);
    for (const [, target = ""] of readFileSync(file, "utf8").matchAll(
      /\b(?:from|import)\s*\(?"(\.[^"]+)"/g,
    )) {
      const path = join(dirname(file), target.replace(/\.[jt]sx?$/, ".d.ts"));
      if (existsSync(path)) visit(path);
      else missing.push(`${relative(folder, file)}: ${target}`);
    }
  };
  visit(join(folder, entry));
  return { read, missing };
}

const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === "object" && target.types.startsWith("./dist/types/")
    ? [[name, target.types] as const]
    : [],
);

test.each(entries)(
  "the types of %s import nothing that the package lacks",
  (_, entry) => {
    const { read, missing } = readTypes(entry);

    expect(read.size).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  },
);
