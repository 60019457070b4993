import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { root } from "./docPages.ts";
import { servedFiles } from "./resolveLink.ts";

/** Lays the panel's icon and, below `files/`, the files that the documents link to beside the pages. */
export function copyFiles(): AstroIntegration {
  return {
    name: "files-of-the-repository",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const folder = join(fileURLToPath(dir), "files");
        await Promise.all([
          cp(join(root, "panel/page/icon.svg"), join(fileURLToPath(dir), "favicon.svg")),
          ...servedFiles.map((file) => cp(join(root, file), join(folder, file))),
        ]);
      },
    },
  };
}
