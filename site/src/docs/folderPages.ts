import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { docPages, filesBelow, root } from "./docPages.ts";
import { titleOf } from "./frontOf.ts";
import { headingAnchor } from "./headingAnchor.ts";

/** A folder of the repository that the site shows as one page, made when the site is built. */
export interface FolderPage {
  /** Path below the repository, such as `docs/examples/panel`. */
  readonly folder: string;
  readonly slug: string;
  /** Markdown with a heading of level 1, whose links are relative to `folder`. */
  readonly markdown: () => string;
}

const examples = "docs/examples";

/** The page of each example, of the examples, and of the decisions. */
export function folderPages(): readonly FolderPage[] {
  const folders = new Set(
    filesBelow(examples)
      .map((file) => file.slice(examples.length + 1).split("/"))
      .flatMap(([first = "", ...rest]) => (rest.length > 0 ? [first] : [])),
  );
  const names = [...folders];
  return [
    { folder: examples, slug: "examples", markdown: () => allExamples(names) },
    ...names.map((name) => ({
      folder: `${examples}/${name}`,
      slug: `examples/${name}`,
      markdown: () => anExample(`${examples}/${name}`, name),
    })),
    { folder: "docs/decisions", slug: "decisions", markdown: allDecisions },
  ];
}

/** Where a file of the examples stands, as a page and an anchor. */
export function placeOfExample(file: string): string {
  const [name = "", ...rest] = file.slice(examples.length + 1).split("/");
  if (rest.length === 0) return `examples/#${headingAnchor(name)}`;
  return `examples/${name}/#${headingAnchor(rest.join("/"))}`;
}

function allExamples(names: readonly string[]): string {
  const own = filesBelow(examples).filter(
    (file) => !file.slice(examples.length + 1).includes("/"),
  );
  return [
    "# Examples",
    "Whole files, as the package has them in `docs/examples/`; each of them is run by the tests.",
    names.map((name) => `- [${name}](${name}/)`).join("\n"),
    ...own.map((file) => listing(file, file.slice(examples.length + 1))),
  ].join("\n\n");
}

function anExample(folder: string, name: string): string {
  const files = filesBelow(folder);
  const readme = files.find((file) => file === `${folder}/README.md`);
  return [
    readme
      ? read(readme).trimEnd()
      : `# Example: ${name}\n\nThe files of \`${folder}/\`.`,
    ...files
      .filter((file) => file !== readme)
      .map((file) => listing(file, file.slice(folder.length + 1))),
  ].join("\n\n");
}

/** More is read better in an editor, and makes a heavy page. */
const longestListing = 12_000;

/** Whether a file is linked to instead of shown. */
export function isTooLong(file: string): boolean {
  return statSync(join(root, file)).size > longestListing;
}

function listing(file: string, name: string): string {
  const text = read(file).trimEnd();
  if (isTooLong(file)) {
    const lines = text.split("\n").length;
    return `## \`${name}\`\n\n[The file, ${lines} lines](raw:${file})`;
  }
  const ticks = "`".repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return `## \`${name}\`\n\n${ticks}${languageOf(name)}\n${text}\n${ticks}`;
}

function allDecisions(): string {
  const decisions = docPages().filter(({ file }) => file.startsWith("docs/decisions/"));
  const lines = decisions.map(
    ({ file }) => `- [${titleOf(read(file))}](${file.replace("docs/decisions/", "")})`,
  );
  return `# Decisions\n\nWhy it is as it is: each with its context, and what keeps it.\n\n${lines.join("\n")}`;
}

const languages: Readonly<Record<string, string>> = {
  conf: "nginx",
  yml: "yaml",
  vcl: "c",
  cfg: "ini",
  Caddyfile: "text",
};

function languageOf(name: string): string {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  return languages[extension] ?? extension;
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
