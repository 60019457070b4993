import { commands } from "../../src/cli/commands.ts";
import { runCommandLine } from "./runCommandLine.ts";

/** Every line that runs the command in a text: in blocks, and in code with or without `npx`. */
export function klartextLines(markdown: string): readonly string[] {
  const joined = markdown.replace(/\\\n\s*/g, " ");
  return [...joined.matchAll(/(?:\bnpx |`)klartext ([^`\n]+)/g)].map(
    ([, line = ""]) => line.split(/ [>|#&]/)[0]?.trim() ?? "",
  );
}

/** What such a line has against it: a command or an option that its help does not name. */
export async function commandFaults(line: string): Promise<readonly string[]> {
  const [name = "", ...words] = line.split(/\s+/);
  if (/^(--|<)/.test(name)) return [];
  if (!(name in commands)) return [`no command ${name}`];
  const { printed } = await runCommandLine([name, "--help"]);
  const options = words.flatMap((word) => /^--[\w-]+/.exec(word)?.[0] ?? []);
  return options
    .filter((option) => !new RegExp(`${option}(?![\\w-])`).test(printed))
    .map((option) => `${name} has no ${option}`);
}
