import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { joinSheet } from "./sheet/joinSheet.ts";

/** Writes the joined sheet into dist, with the types that an import of it for its effect needs. */
const root = join(import.meta.dirname, "..");

await writeFile(
  join(root, "dist/styles.css"),
  joinSheet(join(root, "src/styles/klartext.css")),
);
await writeFile(join(root, "dist/styles.css.d.ts"), "export {};\n");
