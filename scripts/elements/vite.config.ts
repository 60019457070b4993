import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunk } from "./chunks.ts";
import { evaluated } from "./evaluated.ts";
import { sheet } from "./sheet.ts";
import { unusedQueries } from "./unusedQueries.ts";

const root = join(import.meta.dirname, "../..");
const index = join(root, "src/elements/index.ts");
const buildDocument = join(root, "src/policy/buildDocument.ts");
const center = [
  join(root, "src/elements/mountCenter.tsx"),
  join(root, "src/components/PrivacyCenter/lazyCenter.ts"),
  join(root, "src/i18n/buildWords.ts"),
];

/**
 * The custom elements, whole: files that a plain page loads with one script, with Preact in
 * React's place and every dependency inside.
 */
export default defineConfig({
  root,
  plugins: [
    react(),
    evaluated([
      join(root, "src/elements/policyInGerman.ts"),
      join(root, "src/elements/policyInEnglish.ts"),
      join(root, "src/elements/failureWords.ts"),
    ]),
    unusedQueries(),
    sheet(join(root, "src/styles/klartext.css")),
  ],
  define: { "process.env.NODE_ENV": '"production"' },
  resolve: {
    alias: [
      { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
      { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
      { find: /^react(-dom)?$/, replacement: "preact/compat" },
      {
        find: /^(react-)?i18next$/,
        replacement: join(root, "src/elements/miniI18n.ts"),
      },
    ],
  },
  build: {
    outDir: "dist/elements",
    emptyOutDir: true,
    copyPublicDir: false,
    minify: true,
    license: { fileName: "LICENSES.md" },
    lib: { entry: { index }, formats: ["es"] },
    rolldownOptions: {
      // How long a busy machine took is nothing to warn of.
      checks: { bundlerTimings: false },
      output: {
        // By itself Vite leaves the white space of a library to whoever bundles it.
        minify: true,
        comments: false,
        codeSplitting: {
          groups: [
            // What the entry shares with the rest would draw the rest into it.
            {
              name: "language",
              test: /\/src\/(policy\/language|hooks\/pageLanguage)\.ts$/,
              priority: 2,
            },
            {
              ...chunk({ name: "document", of: [buildDocument], without: [index] }),
              priority: 1,
            },
            chunk({ name: "center", of: center, without: [index, buildDocument] }),
          ],
        },
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
});
