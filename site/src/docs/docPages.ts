import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A Markdown file of the repository that is a page of the site. */
export interface DocPage {
  /** Path below the repository, such as `docs/panel-api.md`. */
  readonly file: string;
  /** Where the site has it, without slashes around, such as `panel-api`. */
  readonly slug: string;
}

/** The repository. */
export const root = join(import.meta.dirname, "../../..");

const besideDocs: readonly DocPage[] = [
  { file: "README.md", slug: "introduction" },
  { file: "CONTRIBUTING.md", slug: "contributing" },
  { file: "CHANGELOG.md", slug: "changelog" },
];

/** Every Markdown file that is a page by itself; those of the examples are in a page of their folder. */
export function docPages(): readonly DocPage[] {
  const docs = filesBelow("docs")
    .filter((file) => file.endsWith(".md") && !file.startsWith("docs/examples/"))
    .map((file) => ({ file, slug: slugOf(file) }));
  return [...besideDocs, ...docs];
}

/** All files below a folder of the repository, as paths below the repository, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .toSorted();
}

function slugOf(file: string): string {
  return file.replace(/^docs\//, "").replace(/(\/README)?\.md$/, "");
}
