import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  readonly files: readonly string[];
}

interface Described {
  readonly title: string;
  readonly description: string;
}

/**
 * `llms.txt` of the package (llmstxt.org): its name, what it is, and a list of its documents, each
 * with its heading and its first sentence. Links are relative to the package. What the README
 * names under "Read on" stands first, in that order; the rest is optional.
 */
export function llmsTxt(root: string): string {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const { files }: Manifest = JSON.parse(read("package.json"));
  const isShipped = (path: string) => !files.includes(`!${path}`);
  const readme = read("README.md");
  const [, readOn = ""] = readme.split("\n## Read on\n");
  const named = [...readOn.matchAll(/\]\((docs\/[^)#]+)\)/g)].map(([, path = ""]) =>
    path.endsWith("/") ? `${path}README.md` : path,
  );
  const pages = globSync("docs/*.md", { cwd: root }).toSorted().filter(isShipped);
  const entry = (path: string) => {
    const { title, description } = describeMarkdown(read(path));
    return `- [${title}](${path}): ${description}`;
  };
  const data = [
    "custom-elements.json",
    ...globSync("docs/*.json", { cwd: root }).toSorted(),
  ];
  return `${[
    "# Klartext",
    `> ${paragraphsOf(readme)[0] ?? ""}`,
    paragraphsOf(readme)[1] ?? "",
    `## Docs\n\n${["AGENTS.md", ...named].map(entry).join("\n")}`,
    `## Data\n\n${data.map((path) => `- [${path}](${path})${dataNote(read(path))}`).join("\n")}`,
    `## Optional\n\n${[...pages.filter((path) => !named.includes(path)), "CHANGELOG.md"].map(entry).join("\n")}`,
  ].join("\n\n")}\n`;
}

/** The heading of a page, and its first sentence; what is short comes with the next one. */
export function describeMarkdown(markdown: string): Described {
  const [, title = ""] = /^# (.+)$/m.exec(markdown) ?? [];
  const [text = ""] = paragraphsOf(markdown);
  const sentences = text.match(/.+?\.(?= |$)/g) ?? [text];
  const [first = "", second = ""] = sentences;
  const description = first.length < 50 ? first + second : first;
  return { title, description: description.trim() };
}

/** The paragraphs of running text, each in one line, with the words of its links. */
function paragraphsOf(markdown: string): readonly string[] {
  return markdown
    .replace(/^```[\s\S]*?^```$/gm, "")
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "" && !/^([#<|>]|- )/.test(block))
    .map((block) => block.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1").replace(/\s+/g, " "));
}

/** What a JSON document says of itself. */
function dataNote(json: string): string {
  const { info, title, modules } = JSON.parse(json);
  if (modules) return ": the elements as a custom elements manifest";
  return info?.title ? `: ${info.title}` : title ? `: ${title}` : "";
}
