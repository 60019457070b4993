import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { compile } from "@mdx-js/mdx";
import { describe, expect, test } from "vitest";
import { staticFiles } from "../scripts/staticFiles.ts";
import { configSchema } from "../src/cli/configSchema.ts";
import { policyHelp } from "../src/cli/readPolicyArguments.ts";
import {
  buildPage,
  liveConfigPolicy,
  renderHtml,
  renderMarkdown,
} from "../src/policy/index.ts";
import { makeFolder } from "./support/folder.ts";
import { fencesOf, tableOf } from "./support/markdown.ts";
import { runInNode, typeCheck } from "./support/runSnippets.ts";

const root = join(import.meta.dirname, "..");
const docsSites = read("docs/docs-sites.md");
const ownProduct = read("docs/own-product.md");
const example = read("docs/examples/klartext.config.ts");

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The blocks under a second heading. */
function under(heading: string) {
  const [, section = ""] = docsSites.split(`\n## ${heading}\n`);
  return fencesOf(section.split("\n## ")[0] ?? "");
}

/** Runs a documented line in a folder with this one in it; `npx klartext` is this command. */
async function runLine(line: string, inner: string): Promise<string> {
  const folder = await makeFolder();
  await mkdir(join(folder, inner));
  const command = `${process.execPath} ${join(root, "src/cli/main.ts")}`;
  await promisify(execFile)("sh", ["-c", line.replace("npx klartext", command)], {
    cwd: folder,
  });
  const [, file = ""] = /> (\S+)\s*$/.exec(line) ?? [];
  return readFile(join(folder, file), "utf8");
}

const english = buildPage(liveConfigPolicy(), "en");

describe("the line for", () => {
  test.each([
    ["Docusaurus, as Markdown", "docs", renderMarkdown(english, { frontMatter: {} })],
    ["VitePress", "docs", renderMarkdown(english, { frontMatter: {} })],
    ["Hugo", "content", renderHtml(english, { frontMatter: {}, title: false })],
    ["MkDocs", "docs", renderHtml(english, { frontMatter: {} })],
  ])(
    "%s writes the page",
    async (heading, folder, expected) => {
      const [line] = under(heading);

      expect(line?.language).toBe("sh");
      expect(await runLine(line?.text ?? "", folder)).toBe(expected);
    },
    30_000,
  );

  test("Docusaurus as a component is MDX that compiles", async () => {
    const [snippet] = under("Docusaurus, as a component");

    expect(String(await compile(snippet?.text ?? ""))).toContain('from "klartext"');
  });

  test("Astro computes the page from what it imports", async () => {
    const [, script = "", expression = ""] =
      /^---\n([\s\S]*?)---\n<Fragment set:html=\{(.*)\} \/>\n$/.exec(
        under("Astro")[0]?.text ?? "",
      ) ?? [];

    expect(await runInNode(`${script}\nprocess.stdout.write(${expression});`)).toBe(
      renderHtml(english),
    );
  });

  test("Next.js, and what else is TypeScript, compiles", async () => {
    const snippets = fencesOf(docsSites).filter(({ language }) =>
      /^tsx?$/.test(language),
    );

    expect(snippets).toHaveLength(2);
    expect(await typeCheck(snippets)).toBe("");
  }, 60_000);

  test("plain HTML names files that are in the package", async () => {
    const names = tableOf(docsSites, "file").flatMap(([cell = ""]) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    );
    const built = [...(await staticFiles(liveConfigPolicy())).keys(), "policy.css"];

    expect(names.toSorted()).toEqual(built.toSorted());
  });
});

test("the options of the command are documented, as its help has them", () => {
  const known = [...policyHelp.matchAll(/^ {2}(--\S+(?: <[\w-]+>)?)/gm)].map(
    ([, it]) => it,
  );
  const told = tableOf(docsSites, "option").map(([cell]) => cell?.replaceAll("`", ""));

  expect(told).toEqual(known.filter((option) => option !== "--help"));
});

describe("the example of an own product", () => {
  const fence = (language: string) =>
    fencesOf(ownProduct).find((block) => block.language === language)?.text;

  test("is shown as the file that there is", () => {
    expect(fence("ts")).toBe(example);
    expect(fence("json")).toBe(read("docs/examples/klartext.config.json"));
  });

  test("compiles, and no longer does when a text is missing", async () => {
    const missing = [
      '            exclusions: "Names and contents of files are not sent.",\n',
      '            pseudonym: { label: "Pseudonym (UUID)" },\n',
      '          sentences: { messages: "You send requests to {{vendor}} yourself." },\n',
      '            withdrawal: "At any time, with this switch.",\n',
    ];
    for (const line of missing) expect(example).toContain(line);

    expect(await typeCheck([{ language: "ts", text: example }])).toBe("");
    for (const line of missing) {
      const without = { language: "ts", text: example.replace(line, "") };
      expect(await typeCheck([without])).toContain("error TS");
    }
  }, 120_000);

  test("is a whole policy, which the command writes", async () => {
    const script = `${example}
      const { buildPage, renderMarkdown } = await import("klartext/policy");
      process.stdout.write(renderMarkdown(buildPage(policy, "de")));`;
    const markdown = await runInNode(script);

    expect(markdown).toContain("# Datenschutz bei Acme Backup\n");
    expect(markdown).toContain("- den belegten Speicher in Gigabyte\n");
    expect(markdown).toContain("## Anfragen\n");
    expect(markdown).toContain('"usedGigabytes": 120');
  });

  test("in JSON is what the built-in policy takes", () => {
    const options = configSchema.parse(JSON.parse(fence("json") ?? ""));
    const markdown = renderMarkdown(buildPage(liveConfigPolicy(options as object), "de"));

    expect(markdown).toContain("Alles, was Acme Panel sendet, ist mit TLS verschlüsselt");
    expect(markdown).toContain("Fragen dazu beantwortet Acme GmbH.");
    expect(markdown).toContain("## Sicherungen\n");
  });
});
