import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { storyNameFromExport, toId } from "storybook/internal/csf";
import { describe, expect, test } from "vitest";
import de from "../locales/de/interface.json" with { type: "json" };
import en from "../locales/en/interface.json" with { type: "json" };
import { looks } from "./support/looks.ts";
import { chipTruths, decidedTruths, lineTruths } from "./support/sentenceTruths.ts";
import { allStates } from "./support/states.ts";

const root = join(import.meta.dirname, "..");

/** A story as it says of itself which states it shows. */
interface Told {
  readonly title: string;
  readonly story: string;
  readonly states: readonly string[];
}

interface Parameterized {
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly parameters?: {
    readonly states?: readonly string[];
    readonly a11y?: unknown;
  };
}

const modules = import.meta.glob<Readonly<Record<string, Parameterized>>>(
  "../src/**/*.stories.tsx",
  { eager: true },
);

const told: readonly Told[] = Object.values(modules).flatMap(
  ({ default: meta, ...stories }) =>
    Object.entries(stories).map(([story, { parameters }]) => ({
      title: meta?.title ?? "",
      story,
      states: parameters?.states ?? [],
    })),
);

test("every state that a person can meet is a story", () => {
  const shown = new Set(told.flatMap(({ states }) => states));

  expect(allStates.length).toBeGreaterThan(90);
  expect(allStates.filter((state) => !shown.has(state))).toEqual([]);
});

/** Components that look the same in every state. */
const silent = [
  "Policy/Blocks",
  "Policy/Contents",
  "Policy/OlderRevisions",
  "Policy/Sample",
  "Purpose/Folds",
  "Purpose/Icon",
];

test("every component names the states that its stories show", () => {
  const titles = [...new Set(told.map(({ title }) => title))];
  const speaking = new Set(
    told.filter(({ states }) => states.length > 0).map(({ title }) => title),
  );

  expect(titles.filter((title) => !speaking.has(title)).toSorted()).toEqual(silent);
});

test("every story runs as a test, with every check of accessibility", () => {
  const all = Object.values(modules).flatMap((module) => Object.entries(module));
  const spared = all.filter(
    ([, { tags = [], parameters }]) =>
      tags.includes("!test") || parameters?.a11y !== undefined,
  );

  expect(spared.map(([name]) => name)).toEqual([]);
  expect(looks.filter(({ command }) => command === "npm test")).toHaveLength(2);
});

test("no story shows a state that there is not", () => {
  const unknown = told.flatMap(({ states }) =>
    states.filter((state) => !allStates.includes(state)),
  );

  expect(unknown).toEqual([]);
});

describe.each(globSync("src/**/*.stories.tsx", { cwd: root }))("%s", (path) => {
  const text = readFileSync(join(root, path), "utf8");

  test("says of every story what to look at", () => {
    const names = [...text.matchAll(/^export const (\w+): Story/gm)];
    const introduced = [
      ...text.matchAll(/^\/\*\* Look at: [^\n]+\. \*\/\nexport const (\w+): Story/gm),
    ];

    expect(names.length).toBeGreaterThan(0);
    expect(introduced.map(([, name]) => name)).toEqual(names.map(([, name]) => name));
  });
});

describe("docs/states.md", () => {
  test("is the table of states and stories (write it anew with vitest --update)", async () => {
    await expect(statesPage()).toMatchFileSnapshot(join(root, "docs/states.md"));
  });
});

/** A word in German and in English, by its key. */
function inBoth(key: string): readonly string[] {
  const [group = "", name = ""] = key.split(".");
  return [de, en].map(
    (words) => (words as unknown as Words)[group]?.[name] ?? `${key} is no word`,
  );
}

type Words = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

function statesPage(): string {
  const rows = allStates.flatMap((state) =>
    told
      .filter(({ states }) => states.includes(state))
      .map(({ title, story }) => [
        title,
        state,
        `\`${toId(title, storyNameFromExport(story))}\``,
      ]),
  );
  const quick = looks.filter(({ command }) => command === "npm test");
  const themes = new Set(looks.map(({ theme }) => `\`${theme}\``));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const head = ["component", "state", "story"];
  return `# The states, and where each is a story

Every state that a person can meet, in German (\`de\`) and in English (\`en\`): offline, pending,
locked, and all others, from the unions of the code (\`test/support/states.ts\`), with the stories
that say that they show it. A story stands here by its id, and a chip by its word; on the site both
lead to Storybook, which \`npm run dev\` opens from the repository. A test keeps the tables equal to
stories and code.

## What is said when

A card says one thing at a time: a chip and a line of at most two sentences. Of the chips that
apply the first of this table is shown. Each is true in the states that stand beside it, and a
random test compares every change of the page with the states that the panel had.

${line(["chip", "de", "en", "true when"])}${line(["---", "---", "---", "---"])}${Object.entries(
  chipTruths,
)
  .map(([chip, { when }]) => line([`\`${chip}\``, ...inBoth(`chip.${chip}`), when]))
  .join("")}
The line says of the decision (\`status\`), then of what is sent (\`sending\`), whatever was
wished. Between an answer to a decision and the next reading it says nothing of what is sent.

${line(["sentence", "de", "en", "true when"])}${line(["---", "---", "---", "---"])}${Object.entries(
  lineTruths,
)
  .map(([key, { when }]) => line([key, ...inBoth(key), when]))
  .join("")}
Beside these, and never in their place: \`last-known\` (the panel cannot be reached; the chip is
what was read last), and directly under the controls, in this order: what stands in the way of
consent; how the present decision came about where that is not as on the page (below); what to
do about a suspension; what becomes of a wish; what came to nothing.

${line(["sentence", "de", "en", "true when"])}${line(["---", "---", "---", "---"])}${Object.entries(
  decidedTruths,
)
  .map(([key, when]) => line([key, ...inBoth(key), when]))
  .join("")}

## Where each is a story

Every story runs as a test, with axe: by \`npm test stories\` in ${quick.map(({ language, theme }) => `\`${language} ${theme}\``).join(" and ")}, by
\`npm test\` in one of these, another each time, and by \`npm run test:deep\` in both languages in
each theme: ${[...themes].join(", ")}.

${line(head)}${line(head.map(() => "---"))}${rows
  .toSorted((a, b) => (a.join() < b.join() ? -1 : 1))
  .map(line)
  .join("")}`;
}
