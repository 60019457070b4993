import type { IForbiddenRuleType } from "dependency-cruiser";
import { type Layer, layers } from "./layers.ts";

/** Tests and stories may reach for anything of the library. */
export const ofTests = String.raw`\.(test|stories|test-d|deep)\.tsx?$`;

/** What is installed, by the folder that it is resolved to. */
const packages = (...names: readonly string[]) => `node_modules/(${names.join("|")})/`;

const react = packages("react", "react-dom", "react-i18next");
const queries = packages("@tanstack/[^/]+");

/** What is imported from outside `src/`: the entries of the package, and of the command. */
const entries = String.raw`^src/(index|cli/main|components/StaticPolicy/index|[a-z]+/(sqlite/|postgres/)?index)\.ts$`;

/** The rules that every import of the project keeps. A `comment` is what a failure says. */
export function importRules(): IForbiddenRuleType[] {
  return [
    {
      name: "no-circle",
      severity: "error",
      comment:
        "Files that import each other, be it for a type alone, can only be read and moved together. " +
        "Move what they share into a file below them: a type that two need, into the folder's types.ts.",
      from: {},
      to: { circular: true },
    },
    ...layers.flatMap(layerRules),
    {
      name: "library-knows-no-demonstration",
      severity: "error",
      comment:
        "A host installs src/ alone: panel/, test/ and scripts/ are not there. They import the library. " +
        "Move what the library needs into src/, or pass it in.",
      from: { path: "^src/", pathNot: ofTests },
      to: { path: "^(panel|test|scripts|[.]storybook)/" },
    },
    {
      name: "library-needs-what-hosts-have",
      severity: "error",
      comment:
        "A host has only what package.json names as a dependency or a peer. Name it there, or do without. " +
        "What is built with everything inside (the command, the elements) may use more, and react-i18next is packed along.",
      from: { path: "^src/", pathNot: [ofTests, "^src/(cli|certificates|elements)/"] },
      to: {
        pathNot: packages("react-i18next"),
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["npm", "npm-peer"],
      },
    },
    {
      name: "demonstration-is-a-server",
      severity: "error",
      comment:
        "panel/src mounts the library's back end as any server would: src/stores, src/sending, src/panel and what is below. " +
        "What is drawn belongs into panel/page.",
      from: { path: "^panel/src/", pathNot: ofTests },
      to: {
        path: "^src/(client|i18n|describe|hooks|components|elements|testing|cli)/|^panel/page/",
        pathNot: "^panel/src/",
      },
    },
    {
      name: "drivers-in-their-store",
      severity: "error",
      comment:
        "A host installs the driver of the store that it uses, and none for the rules. " +
        "What speaks SQL or serves HTTP for a framework belongs into a folder of src/stores, or to the host.",
      from: { path: "^src/", pathNot: [ofTests, "^src/stores/"] },
      to: { path: packages("better-sqlite3", "pg", "hono", "@hono/[^/]+") },
    },
    {
      name: "stores-know-no-other-store",
      severity: "error",
      comment:
        "A host that keeps its data in one database has no driver for the other. " +
        "What both need belongs beside them, into src/stores itself.",
      from: { path: "^src/stores/(sqlite|postgres)/", pathNot: ofTests },
      to: { path: "^src/stores/(sqlite|postgres)/", pathNot: "^src/stores/$1/" },
    },
    {
      name: "words-come-as-a-function",
      severity: "error",
      comment:
        "Below the page a sentence is chosen by a key, and said by the function that is passed in (src/i18n/words.ts). " +
        "Take Words as an argument; i18next itself belongs into src/i18n.",
      from: {
        path: "^src/",
        pathNot: [ofTests, "^src/(i18n|hooks|components|elements)/"],
      },
      to: { path: packages("i18next") },
    },
    {
      name: "zod-mini",
      severity: "error",
      comment:
        'Write import * as z from "zod/mini": a bundler takes the whole of zod with all its languages otherwise.',
      from: { path: "^(src|panel)/", pathNot: ofTests },
      to: { path: "node_modules/zod/", pathNot: "node_modules/zod/(v4/)?mini/" },
    },
    {
      name: "somebody-imports-it",
      severity: "error",
      comment:
        "Nobody imports this file, no test either: delete it. A new entry of the package is named in scripts/house/importRules.ts.",
      module: {
        path: "^src/",
        pathNot: [ofTests, entries],
        numberOfDependentsLessThan: 1,
      },
      from: {},
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      comment:
        "An import that leads nowhere is seen by no rule. Correct the path, or install what it names.",
      from: {},
      to: { couldNotResolve: true },
    },
  ];
}

function layerRules({ name, why, mayImport, react: mayKnowReact, node }: Layer) {
  const from = { path: `^src/${name}/`, pathNot: ofTests };
  const list = mayImport.map((one) => `src/${one}`).join(", ") || "its own folder alone";
  const rules: IForbiddenRuleType[] = [
    {
      name: `layer-${name}`,
      severity: "error",
      comment: `${why} It may import: ${list}.`,
      from,
      to: { path: "^src/", pathNot: `^src/(${[name, ...mayImport].join("|")})/` },
    },
  ];
  if (mayKnowReact !== "all") {
    rules.push({
      name: `layer-${name}-without-react`,
      severity: "error",
      comment: `${why} It runs without React: what needs React belongs into src/hooks or src/components.`,
      from,
      to: { path: mayKnowReact ? react : [react, queries] },
    });
  }
  if (!node) {
    rules.push({
      name: `layer-${name}-without-node`,
      severity: "error",
      comment: `${why} It runs in a browser too: what needs Node's own modules belongs into src/stores, src/sending or src/cli.`,
      from,
      to: { dependencyTypes: ["core"] },
    });
  }
  return rules;
}
