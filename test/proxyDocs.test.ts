import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Language } from "../src/policy/index.ts";
import { interfaceTexts } from "./support/everyWord.ts";
import { fencesOf, tableOf } from "./support/markdown.ts";
import { programPath, proxyPackages } from "./support/realProxies/programPath.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const page = read("docs/behind-a-proxy.md");
const examples = readdirSync(join(root, "docs/examples/proxies"));

/** What the page says of a proxy, in the order of the documentation. */
function sentencesOf(language: Language): string[] {
  const { first, lazy } = interfaceTexts[language];
  const { foreign, problem } = first;
  const { payload } = lazy;
  const told = [
    ...Object.values(foreign),
    payload.check["not-stated"],
    payload.check.recoded,
    problem["host-not-served"],
    problem["cross-site"],
    problem.unreachable,
  ];
  return told.map((words) => words.replaceAll(/\{\{\w+\}\}/g, "…"));
}

test("the page about proxies shows every file of its folder, and no other", () => {
  const shown = fencesOf(page).filter(({ file }) => file !== undefined);

  expect(shown.map(({ file }) => file).toSorted()).toEqual(examples.toSorted());
});

test.each(examples)(
  "behind-a-proxy.md shows the very file docs/examples/proxies/%s",
  (file) => {
    const block = fencesOf(page).find((block) => block.file === file);

    expect(block?.text).toBe(read(`docs/examples/proxies/${file}`));
  },
);

test.each<[string, Language, RegExp]>([
  ["English", "en", /“(.+?)”/],
  ["German", "de", /„(.+?)“/],
])(
  "the page about proxies quotes in %s what the page says",
  (_language, words, quoted) => {
    const quotes = tableOf(page, "the page says").map(
      ([said = ""]) => quoted.exec(said)?.[1] ?? "nothing",
    );

    const begins = sentencesOf(words).map((sentence, index) =>
      sentence.startsWith(quotes[index] ?? "") ? quotes[index] : sentence,
    );
    expect(begins).toEqual(quotes);
  },
);

test("a proxy that is not there is named with what brings it, as the page has it", () => {
  expect(() => programPath("varnishd", [])).toThrow(
    "varnishd is not there, and these tests need it: apt-get install varnish",
  );
  const command = fencesOf(page).find(({ text }) => text.startsWith("apt-get install "));
  const [, , ...installed] = command?.text.split("\n")[0]?.split(" ") ?? [];
  const needed = Object.values(proxyPackages).flatMap((names) => names.split(" "));
  expect(installed.toSorted()).toEqual(needed.toSorted());
});
