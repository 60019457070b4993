import { transform } from "esbuild";
import type { Plugin } from "vite";
import { joinSheet } from "../sheet/joinSheet.ts";

/** Puts the sheet beside the script, for a page that has no bundler. */
export function sheet(file: string): Plugin {
  return {
    name: "klartext-sheet",
    async generateBundle() {
      const { code } = await transform(joinSheet(file), {
        loader: "css",
        minify: true,
      });
      this.emitFile({ type: "asset", fileName: "klartext.css", source: code });
    },
  };
}
