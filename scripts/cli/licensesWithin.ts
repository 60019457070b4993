import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { licensesOf } from "../elements/licenses.ts";

/** Puts the licences of what is inside at the end of the file, which is copied alone. */
export function licensesWithin(): Plugin {
  return {
    name: "klartext-licenses-within",
    renderChunk(code, { moduleIds }) {
      const own = readFileSync(new URL("../../LICENSE", import.meta.url), "utf8");
      const all = `klartext\n\n${own.trim()}\n\n${licensesOf(moduleIds)}`;
      const texts = all.trimEnd().replaceAll(/^(?=.)/gm, " ");
      const lines = texts.replaceAll(/^/gm, "//");
      return `${code}\n// Inside this file, under these licences:\n//\n${lines}\n`;
    },
  };
}
