import { posix } from "node:path";
import { docPages, filesBelow } from "./docPages.ts";
import { folderPages, isTooLong, placeOfExample } from "./folderPages.ts";

/** Whose link it is, and where the site lies. */
export interface LinkPlace {
  /** The document's path below the repository. */
  readonly file: string;
  /** Where the site has it. */
  readonly slug: string;
  /** The site's base path, with a slash at both ends. */
  readonly base: string;
}

const pages = new Map(docPages().map(({ file, slug }) => [file, slug]));
const folders = new Map(folderPages().map(({ folder, slug }) => [folder, slug]));

/** The files that the site serves as they are, below `files/`: what no page shows. */
export const servedFiles: readonly string[] = [
  ...filesBelow("docs").filter(
    (file) =>
      !file.endsWith(".md") && (!file.startsWith("docs/examples/") || isTooLong(file)),
  ),
  "LICENSE",
  "AGENTS.md",
  "llms.txt",
  "custom-elements.json",
];

/** How a page made of a folder links to a file as it is. */
export const rawFile = "raw:";

const served = new Set(servedFiles);

/**
 * Where a link of a document leads on the site. To a page it is relative, so that it stays in
 * the language of the frame around it.
 *
 * @throws {RangeError} when the site has no such page and no such file.
 */
export function resolveLink(href: string, { file, slug, base }: LinkPlace): string {
  if (href.startsWith(rawFile)) return `${base}files/${href.slice(rawFile.length)}`;
  if (/^([a-z][a-z+.-]*:|#|\/\/)/i.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const target = posix.normalize(posix.join(posix.dirname(file), path));
  const known = target.replace(/\/$/, "");
  const up = "../".repeat(slug.split("/").length);
  const to = pages.get(known) ?? pages.get(`${known}/README.md`) ?? folders.get(known);
  if (to !== undefined) return `${up}${to}/${anchor === undefined ? "" : `#${anchor}`}`;
  if (known.startsWith("docs/examples/")) {
    const first = filesBelow("docs/examples").find(
      (one) => one === known || one.startsWith(`${known}/`),
    );
    if (first !== undefined) return `${up}${placeOfExample(first)}`;
  }
  if (served.has(known)) return `${base}files/${known}`;
  throw new RangeError(
    `${file} links to ${href}, which the site has neither as a page nor as a file.`,
  );
}
