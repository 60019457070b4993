import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader } from "astro/loaders";
import { docPages, root } from "./docPages.ts";
import { folderPages } from "./folderPages.ts";
import { frontOf } from "./frontOf.ts";

interface Document {
  /** Path below the repository; of a folder's page, a file in it that need not be there. */
  readonly file: string;
  readonly slug: string;
  readonly markdown: () => string;
}

function documents(): readonly Document[] {
  return [
    ...docPages().map(({ file, slug }) => ({
      file,
      slug,
      markdown: () => readFileSync(join(root, file), "utf8"),
    })),
    ...folderPages().map(({ folder, slug, markdown }) => ({
      file: `${folder}/README.md`,
      slug,
      markdown,
    })),
  ];
}

/** @throws {RangeError} when the site has no such document. */
export function slugOfDocument(file: string): string {
  const found = documents().find((one) => one.file === file);
  if (!found) throw new RangeError(`The site has no document ${file}.`);
  return found.slug;
}

/** Reads the pages of the site from the repository's documents, where they stand. */
export function loadDocs(): Loader {
  return {
    name: "documents-of-the-repository",
    load: async ({ store, parseData, renderMarkdown, generateDigest }) => {
      store.clear();
      for (const { file, slug, markdown } of documents()) {
        const text = markdown();
        const { title, description, body } = frontOf(text);
        const filePath = join(root, file);
        const data = await parseData({
          id: slug,
          data: { title: titles[slug] ?? title, description },
          filePath,
        });
        const rendered = await renderMarkdown(body, { fileURL: pathToFileURL(filePath) });
        const digest = generateDigest(text);
        store.set({ id: slug, data, body, filePath: `../${file}`, digest, rendered });
      }
    },
  };
}

/** Where the title of a document is not what its page is called beside others. */
const titles: Readonly<Record<string, string>> = {
  introduction: "Introduction",
  start: "Getting started",
  performance: "What it weighs and how fast it is",
};
