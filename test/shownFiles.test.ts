import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fencesOf } from "./support/markdown.ts";

const root = join(import.meta.dirname, "..");

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

test.each([
  ["README.md", "src/PrivacyPage.tsx", "vite-react/src/PrivacyPage.tsx"],
  ["README.md", "src/PrivacyPage.tsx", "next/app/panel/PrivacyPage.tsx"],
  ["README.md", "src/Policy.tsx", "docusaurus/src/Policy.tsx"],
  ["README.md", "privacy.html", "elements/privacy.html"],
  ["docs/security.md", "instrumentation-client.js", "next/instrumentation-client.js"],
])("%s shows as %s the very file test/hosts/%s", (page, file, host) => {
  const block = fencesOf(read(page)).find((block) => block.file === file);

  expect(block?.text).toBe(read(`test/hosts/${host}`));
});

test.each([
  ["Docusaurus, as Markdown", "docusaurus/privacy.sh"],
  ["Docusaurus, as a component", "docusaurus/docs/component/privacy.mdx"],
  ["Astro", "astro/src/components/Privacy.astro"],
  ["VitePress", "vitepress/privacy.sh"],
  ["Next.js, as a server component", "next/app/privacy/page.tsx"],
])("docs-sites.md shows for %s the very file test/hosts/%s", (heading, host) => {
  const [, section = ""] = read("docs/docs-sites.md").split(`\n## ${heading}\n`);
  const [block] = fencesOf(section);

  expect(block?.text).toBe(read(`test/hosts/${host}`));
});

test.each([
  "panel.ts",
  "payloads.ts",
  "viewer.ts",
  "openStore.ts",
  "node-http.ts",
  "express.ts",
  "vendor.ts",
])("panel.md shows the very file docs/examples/panel/%s", (file) => {
  const block = fencesOf(read("docs/panel.md")).find((block) => block.file === file);

  expect(block?.text).toBe(read(`docs/examples/panel/${file}`));
});
