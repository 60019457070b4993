import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ourFigures, peerFigures } from "./size/figures.ts";
import { sizeTables, withSizeTables } from "./size/report.ts";

/**
 * Measures the built package beside its peers, bundled alike by esbuild, and writes the
 * tables into docs/performance.md between their marks.
 */
const root = join(import.meta.dirname, "..");
const file = join(root, "docs/performance.md");

const tables = sizeTables(await ourFigures(root), await peerFigures(root));
console.log(tables);
await writeFile(file, withSizeTables(await readFile(file, "utf8"), tables));
