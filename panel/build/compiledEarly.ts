import type { Plugin } from "vite";

/** Tells a browser that what a file defines is soon called (Chromium, from 136 on). */
const hint = "//# allFunctionsCalledOnLoad\n";

/**
 * Has chunks compiled whole while they come over the network, beside the page's own thread,
 * which else compiles each function when it is first called.
 */
export function compiledEarly(names: readonly string[]): Plugin {
  return {
    name: "klartext:compiled-early",
    apply: "build",
    generateBundle: {
      // Vite puts a list of its own at the top, and the comment counts above all else alone.
      order: "post",
      handler(_options, files) {
        for (const file of Object.values(files)) {
          if (file.type === "chunk" && names.includes(file.name)) {
            file.code = hint + file.code;
          }
        }
      },
    },
  };
}
