import { readFileSync, writeFileSync } from "node:fs";

/** Writes the files that `docs/hosts.md` names before a block, those of the given heading. */
const [, , heading = ""] = process.argv;
const [, section = ""] = readFileSync("hosts.md", "utf8").split(`# ${heading}\n`);
const [own = ""] = section.split(/\n#+ /);

for (const [, file = "", text = ""] of own.matchAll(
  /`([^`\n]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm,
)) {
  writeFileSync(file, text);
}
