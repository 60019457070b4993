import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/** Replaces modules by the values they export, which must be data. */
export function evaluated(files: readonly string[]): Plugin {
  return {
    name: "klartext-evaluated",
    async load(id) {
      if (!files.includes(id)) return null;
      const values: Readonly<Record<string, unknown>> = await import(
        pathToFileURL(id).href
      );
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}
