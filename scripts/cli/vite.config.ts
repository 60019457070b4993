import { join } from "node:path";
import { defineConfig } from "vite";
import { licensesWithin } from "./licensesWithin.ts";

const licenses = "LICENSES.md";
const root = join(import.meta.dirname, "../..");

/** The command as one file that runs where Node 20 is and nothing is installed. */
export default defineConfig({
  root,
  plugins: [licensesWithin(licenses)],
  // Nothing of it is left to be imported but Node's own modules.
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: join(root, "src/cli/main.ts"),
    outDir: "dist/cli",
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    license: { fileName: licenses },
    target: "node20",
    rolldownOptions: {
      // How long a busy machine took is nothing to warn of.
      checks: { bundlerTimings: false },
      output: { codeSplitting: false, entryFileNames: "klartext.mjs" },
    },
  },
});
