import { mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, inject } from "vitest";
import { run } from "../support/buildHost.ts";
import { makeFolder } from "../support/folder.ts";
import { fencesOf } from "../support/markdown.ts";
import { test } from "../support/playwright.ts";
import { readFolder } from "../support/readSite.ts";
import { readCommonMark } from "../support/renderMarkdown.ts";

const root = join(import.meta.dirname, "../..");
const paths = { de: "/policy.de.html", en: "/policy.en.html" };

/** What `docs/docs-sites.md` shows for sites without Node: a line, and what a page takes in. */
async function shown(): Promise<readonly [line: string, include: string]> {
  const docs = await readFile(join(root, "docs/docs-sites.md"), "utf8");
  const [, section = ""] = docs.split("\n## Plain HTML\n");
  const [line, include] = fencesOf(section);
  expect([line?.language, include?.language]).toEqual(["sh", "html"]);
  return [line?.text ?? "", include?.text ?? ""];
}

/** The folder `public` of a site that has done what is shown for it. */
async function layOut(): Promise<string> {
  const [line] = await shown();
  const site = await makeFolder();
  await symlink(dirname(inject("packageFolder")), join(site, "node_modules"));
  await mkdir(join(site, "public"));
  await run(site, "sh", ["-euc", line]);
  return join(site, "public");
}

function page(language: "de" | "en", body: string): string {
  return `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">\n<title>Docs</title>\n<main>\n${body}</main>\n</html>\n`;
}

test("plain pages show the policy in both languages, with JavaScript off and on", async ({
  open,
}) => {
  await readFolder(await layOut(), paths, open);
});

test("a page shows the article that it takes in, with JavaScript off and on", async ({
  open,
}) => {
  const [, include] = await shown();
  const ready = await layOut();
  const taken = async (language: "de" | "en") => {
    const [, name = ""] = /virtual="([^"]+)"/.exec(include) ?? [];
    const article = join(ready, name.replace(".en.", `.${language}.`));
    return page(language, await readFile(article, "utf8"));
  };
  const folder = await makeFolder({
    [paths.de]: await taken("de"),
    [paths.en]: await taken("en"),
  });

  await readFolder(folder, paths, open);
});

test("a site of CommonMark shows the policy in both languages, with JavaScript off and on", async ({
  open,
}) => {
  const ready = await layOut();
  const made = async (language: "de" | "en") => {
    const markdown = await readFile(join(ready, `policy.${language}.md`), "utf8");
    return page(language, readCommonMark(markdown));
  };
  const folder = await makeFolder({
    [paths.de]: await made("de"),
    [paths.en]: await made("en"),
  });

  await readFolder(folder, paths, open);
});
