import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { chunk } from "../scripts/elements/chunks.ts";
import { unusedQueries } from "../scripts/elements/unusedQueries.ts";
import { compiledEarly } from "./build/compiledEarly.ts";
import { precompress } from "./build/precompress.ts";
import { undiagnosed } from "./build/undiagnosed.ts";
import { pageWords } from "./page/pageWords.ts";

const root = join(import.meta.dirname, "..");
const page = join(root, "panel/page/index.html");
const center = join(root, "src/components/PrivacyCenter/lazyCenter.ts");
const words = join(root, "src/i18n/buildWords.ts");
/** What is read once there is time. */
const idle = [
  "OlderRevisions/PolicyRevisions.tsx",
  "TransportFacts/TransportFacts.tsx",
  "PayloadPreview/PolicySection.tsx",
  "PayloadPreview/ShowInBytes.tsx",
].map((file) => join(root, "src/components", file));

/** Puts into the page what a person reads who gets none of its files. */
const unloaded: Plugin = {
  name: "klartext:unloaded",
  transformIndexHtml: (html) =>
    html.replace(
      "<!--unloaded-->",
      Object.entries(pageWords.unloaded)
        .map(
          ([language, text]) => `<p class="host-unloaded" lang="${language}">${text}</p>`,
        )
        .join(""),
    ),
};

export default defineConfig({
  root: "panel/page",
  // Everything is relative to the page, which a proxy may put below a path.
  base: "./",
  plugins: [
    react(),
    undiagnosed(),
    unusedQueries(),
    unloaded,
    compiledEarly(["index", "center"]),
    precompress(),
  ],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // How long a busy machine took is nothing to warn of, nor that the page has it all at once.
      checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
      output: {
        codeSplitting: {
          // A file for each time at which something is needed.
          groups: [
            {
              ...chunk({
                name: "page",
                of: [page, words, "\0rolldown/runtime.js"],
                without: [],
              }),
              priority: 2,
            },
            {
              ...chunk({ name: "center", of: [center], without: [page, words] }),
              priority: 1,
            },
            chunk({ name: "revisions", of: idle, without: [page, words, center] }),
          ],
        },
      },
    },
  },
});
