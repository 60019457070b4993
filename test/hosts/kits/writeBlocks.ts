import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const read = (file: string) => readFileSync(file, "utf8");

/** The fenced blocks of a text, with the language of each. */
const blocksOf = (text: string) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", block = ""]) => [language, block] as const,
  );

/** Writes what the documentation shows for each kit into `src/blocks`, by the kit's name. */
const [, kits = ""] = read("hosts.md").split("\n## Kits\n");
const [section = ""] = kits.split("\n## ");

mkdirSync("src/blocks", { recursive: true });
for (const part of section.split("\n### ").slice(1)) {
  const [heading = ""] = part.split("\n");
  const name = heading.toLowerCase().replaceAll(" ", "-");
  for (const [language, block] of blocksOf(part)) {
    writeFileSync(`src/blocks/${name}.${language}`, block);
  }
}
const [[, layer] = ["", ""]] = blocksOf(
  read("theming.md").split("**In a layer")[1] ?? "",
);
writeFileSync("src/blocks/layer.css", layer);
