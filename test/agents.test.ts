import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { describeMarkdown, llmsTxt } from "../scripts/llmsTxt.ts";
import { commandFaults, klartextLines } from "./support/commandFaults.ts";
import { linksOf } from "./support/markdown.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const agents = read("AGENTS.md");

describe("llms.txt", () => {
  const text = llmsTxt(root);

  test("is made of headings and first sentences (write it anew with vitest --update)", async () => {
    await expect(text).toMatchFileSnapshot(join(root, "llms.txt"));
  });

  test("has the form of llmstxt.org: a name, a summary, and lists of links under headings", () => {
    const [name, summary, , ...sections] = text.trimEnd().split("\n\n");

    expect(name).toBe("# Klartext");
    expect(summary).toMatch(/^> .+\.$/);
    expect(sections.filter((_, index) => index % 2 === 0)).toEqual([
      "## Docs",
      "## Data",
      "## Optional",
    ]);
    for (const list of sections.filter((_, index) => index % 2 === 1)) {
      for (const line of list.split("\n"))
        expect(line).toMatch(/^- \[[^\]]+\]\([^)\s]+\)(: .+)?$/);
    }
  });

  test("lists every document of the package, each once", () => {
    const left = ["docs/architecture.md"];
    const pages = globSync("docs/*.md", { cwd: root }).filter(
      (page) => !left.includes(page),
    );
    const listed = linksOf(text);

    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining([...pages, "docs/openapi.json"]));
    expect(listed).not.toEqual(expect.arrayContaining(left));
  });

  test("takes a first sentence as it is read, and no block of code", () => {
    expect(
      describeMarkdown(
        "# A\n\n```sh\nls\n```\n\nSee [b](b.md): it is\nhere. And more. No more.\n",
      ),
    ).toEqual({ title: "A", description: "See b: it is here. And more." });
  });
});

describe("AGENTS.md", () => {
  test("is one page, and names every entry of the package but its files", () => {
    const files = /\.(css|json)$|\*$/;
    const entries = Object.keys(manifest.exports)
      .filter((entry) => !files.test(entry))
      .map((entry) => entry.replace(/^\./, "klartext"));

    expect(agents.split("\n").length).toBeLessThanOrEqual(61);
    expect(entries.filter((entry) => !agents.includes(`\`${entry}\``))).toEqual([]);
    const named = [...agents.matchAll(/`(klartext(?:\/[\w/.]+)?)`/g)].map(([, it]) => it);
    expect(
      named.filter((it) => !entries.includes(it ?? "") && it !== "klartext/styles.css"),
    ).toEqual([]);
  });

  test.each(
    [...agents.matchAll(/`(\w+)`(?:, `(\w+)`)? from `(klartext[\w/]*)`/g)].map(
      ([, first = "", second, entry = ""]) => [entry, [first, second].filter(Boolean)],
    ),
  )("names what %s exports", (entry, names) => {
    const { types } = Object.entries(manifest.exports).flatMap(([name, one]) =>
      typeof one === "object" && name.replace(/^\./, "klartext") === entry ? one : [],
    )[0] ?? { types: "" };
    const source = read(
      types.replace(/^\.\/dist\/types\//, "").replace(/\.d\.ts$/, ".ts"),
    );

    for (const name of names) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

describe("a command that a document names", () => {
  const shipped = ["README.md", "AGENTS.md", ...globSync("docs/**/*.md", { cwd: root })];
  const lines = [...new Set(shipped.flatMap((path) => klartextLines(read(path))))];

  test("is one that there is, with options that it has", async () => {
    const faults = await Promise.all(lines.map(commandFaults));

    expect(lines.length).toBeGreaterThan(30);
    expect(faults.flat()).toEqual([]);
  });

  test("is found out where there is none", async () => {
    expect(klartextLines("`npx klartext show <url> --bytse`")).toEqual([
      "show <url> --bytse",
    ]);
    expect(await commandFaults("show <url> --bytse")).toEqual(["show has no --bytse"]);
    expect(await commandFaults("shwo <url>")).toEqual(["no command shwo"]);
  });
});
