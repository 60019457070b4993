import { looks } from "../../test/support/looks.ts";
import { shareOf } from "../../test/support/shareOf.ts";

/** When a part is run that is not named: always, with `--deep` alone, only without it, or never. */
type Unnamed = "always" | "deep" | "quick" | "never";

const [look] = shareOf(
  looks.filter(({ command }) => command === "npm test"),
  1,
);

/** A part is either a command, which passes or fails as one, or some Vitest projects. */
export type Part = { readonly name: string; readonly unnamed?: Unnamed } & (
  | { readonly command: readonly [string, ...string[]] }
  | { readonly project: string }
);

/** The parts of `npm test`, the longest first: what is short fills the other lane at the end. */
export const parts: readonly Part[] = [
  { name: "types", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "lint", command: ["biome", "ci", "--error-on-warnings", "--colors=off", "."] },
  { name: "e2e", project: "e2e" },
  { name: "panel", project: "panel*" },
  {
    name: "look",
    project: `stories-${look?.language}-${look?.theme}`,
    unnamed: "quick",
  },
  { name: "stories", project: "stories-*", unnamed: "deep" },
  { name: "unit", project: "unit" },
  { name: "storybook", project: "storybook" },
  { name: "package", project: "package" },
  { name: "component", project: "component" },
  { name: "hosts", project: "hosts", unnamed: "deep" },
  { name: "site", project: "site", unnamed: "deep" },
  { name: "proxies", project: "proxies", unnamed: "never" },
  { name: "engines", project: "engines", unnamed: "never" },
  { name: "languages", project: "languages", unnamed: "never" },
  { name: "mistakes", project: "mistakes", unnamed: "never" },
];

/** The parts that are asked for: those that are named, or else those that this run has. */
export function selectParts(named: readonly string[], isDeep: boolean): readonly Part[] {
  return parts.filter(({ name, unnamed = "always" }) => {
    if (named.length > 0) return named.includes(name);
    return unnamed === "always" || unnamed === (isDeep ? "deep" : "quick");
  });
}
