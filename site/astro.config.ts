import { readFileSync } from "node:fs";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import react from "@vitejs/plugin-react";
import { defineConfig, passthroughImageService } from "astro/config";
import { sidebar } from "./sidebar.ts";
import { basePath } from "./src/basePath.ts";
import { accessibleTables } from "./src/docs/accessibleTables.ts";
import { copyFiles } from "./src/docs/copyFiles.ts";
import { germanColumns } from "./src/docs/germanColumns.ts";
import { linkPlugin } from "./src/docs/linkPlugin.ts";
import { storyPlugin } from "./src/docs/storyPlugin.ts";

const withoutScript = readFileSync(
  new URL("src/withoutScript.css", import.meta.url),
  "utf8",
);
const base = basePath(process.env.KLARTEXT_SITE_BASE);

export default defineConfig({
  base,
  trailingSlash: "always",
  outDir: process.env.KLARTEXT_SITE_FOLDER ?? "./dist",
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  markdown: {
    processor: satteri({
      features: { smartPunctuation: false },
      hastPlugins: [linkPlugin(base), storyPlugin(base), germanColumns, accessibleTables],
    }),
  },
  vite: {
    plugins: [react()],
    build: { cssTarget: ["chrome125", "firefox126", "safari17.5"] },
    // Another package of this name, of an older major, lies beside the site.
    environments: { prerender: { resolve: { noExternal: ["cookie"] } } },
  },
  integrations: [
    copyFiles(),
    starlight({
      title: "Klartext",
      credits: false,
      locales: {
        root: { label: "English", lang: "en" },
        de: { label: "Deutsch", lang: "de" },
      },
      sidebar,
      components: {
        FallbackContentNotice: "./src/components/EnglishOnly.astro",
        TableOfContents: "./src/components/TableOfContents.astro",
        MobileTableOfContents: "./src/components/MobileTableOfContents.astro",
        Pagination: "./src/components/Pagination.astro",
      },
      routeMiddleware: "./src/routeData.ts",
      head: [{ tag: "noscript", content: `<style>${withoutScript}</style>` }],
      expressiveCode: {
        defaultProps: { frame: "none", wrap: true },
        // Their languages are not among those that are highlighted here.
        shiki: { langAlias: { haproxy: "txt", caddyfile: "txt", vcl: "txt" } },
      },
      customCss: ["./src/site.css"],
      markdown: { processedDirs: [".."] },
    }),
  ],
});
