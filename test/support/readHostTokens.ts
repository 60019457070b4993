import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTokens } from "../../.storybook/pages/readTokens.ts";
import { tableOf } from "./markdown.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** A CSS custom property that a host may set, with what it is without one. */
export interface HostToken {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** The tokens that `docs/theming.md` promises, with their values of the sheet. */
export function readHostTokens(): readonly HostToken[] {
  const values = new Map(
    readTokens(read("src/styles/tokens.css")).map(({ name, value }) => [name, value]),
  );
  return tableOf(read("docs/theming.md"), "token").map(([cell = "", text = ""]) => {
    const name = cell.replaceAll("`", "");
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`The sheet has no token ${name}.`);
    return { name, value: value.replaceAll("--_kt-", "--kt-"), text };
  });
}
