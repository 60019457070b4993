import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { pageWords } from "./page/pageWords.ts";

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
  plugins: [react(), unloaded],
  build: { outDir: "../dist", emptyOutDir: true },
});
