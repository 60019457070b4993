import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * Puts what Vite writes of licences (`build.license`) at the end of the one file instead, for
 * it is copied alone.
 *
 * @param fileName What Vite was told to call it.
 */
export function licensesWithin(fileName: string): Plugin {
  return {
    name: "klartext-licenses-within",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const licenses = bundle[fileName];
        if (licenses?.type !== "asset") throw new Error(`Vite wrote no ${fileName}.`);
        delete bundle[fileName];
        const own = readFileSync(new URL("../../LICENSE", import.meta.url), "utf8");
        const text = `klartext\n\n${own.trim()}\n\n${licenses.source}`.trimEnd();
        const lines = text.replaceAll(/^(?=.)/gm, " ").replaceAll(/^/gm, "//");
        for (const file of Object.values(bundle)) {
          if (file.type !== "chunk") continue;
          file.code += `\n// Inside this file, under these licences:\n//\n${lines}\n`;
        }
      },
    },
  };
}
