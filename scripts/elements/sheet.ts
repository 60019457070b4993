import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import type { Plugin } from "vite";

/** Puts the sheet beside the script, for a page that has no bundler. */
export function sheet(file: string): Plugin {
  return {
    name: "klartext-sheet",
    async generateBundle() {
      const { code } = await transform(await readFile(file, "utf8"), {
        loader: "css",
        minify: true,
      });
      this.emitFile({ type: "asset", fileName: "klartext.css", source: code });
    },
  };
}
