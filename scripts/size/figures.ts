import { globSync } from "node:fs";
import { join } from "node:path";
import { type Bundle, type BundleOptions, bundle, react } from "./bundle.ts";
import { filesSize } from "./files.ts";

/** Something that a page loads, in bytes after gzip. */
export interface Figure {
  readonly name: string;
  readonly bytes: number;
  /** What it may weigh at the most, in bytes: `npm test` fails above. */
  readonly budget?: number;
  /** What it is to weigh one day, in bytes. */
  readonly goal?: number;
}

/** A budget and a goal, in KB of 1,024 bytes. */
const within = (budget: number, goal: number) => ({
  budget: budget * 1024,
  goal: goal * 1024,
});

const dependencies = [
  ...react,
  "@noble/hashes",
  "@tanstack/react-query",
  "i18next",
  "structured-headers",
  "zod",
];

const firstPaint = `
  import { liveConfigPolicy, PrivacyCenter } from "klartext";
  import "klartext/styles.css";
  console.log(liveConfigPolicy, PrivacyCenter);`;

const parts = `${firstPaint}
  export * as parts from "./dist/components/PrivacyCenter/lazyCenter.js";`;

const inUse = `${parts} export * as words from "./dist/i18n/buildWords.js";`;

/** Where the host gives its i18next. */
const inHosts = `${parts} export * as words from "./dist/i18n/hostWords.js";`;

const whole = ({ script, sheet }: Bundle) => script + sheet;

/** What the package in this folder costs a page. */
export async function ourFigures(folder: string): Promise<readonly Figure[]> {
  const measure = (options: Omit<BundleOptions, "folder">) =>
    bundle({ folder, ...options });
  const texts = async (...files: readonly string[]) =>
    (
      await measure({
        program: files
          .map((file, index) => `export * as t${index} from "./dist/locales/${file}.js";`)
          .join("\n"),
      })
    ).script;

  const own = { external: dependencies, withoutTexts: true };
  const ownInUse = await measure({ ...own, program: inUse });
  const ownAtFirst = await measure({ ...own, program: firstPaint });
  const allInUse = await measure({ external: react, program: inUse });
  const allInHosts = await measure({ external: react, program: inHosts });
  const allAtFirst = await measure({ external: react, program: firstPaint });
  const german = await texts("de/interface");

  return [
    {
      name: "own JS and CSS before the first use of log, receipts and differences, without texts",
      bytes: whole(ownInUse),
      ...within(47.6, 42.1),
    },
    {
      name: "… of that, what the first paint needs",
      bytes: whole(ownAtFirst),
      ...within(24.8, 23),
    },
    { name: "the interface's words, German", bytes: german, ...within(5.7, 4) },
    {
      name: "the interface's words, English",
      bytes: await texts("en/interface"),
      ...within(5.1, 4),
    },
    { name: "… and those of later parts, German", bytes: await texts("de/lazy") },
    {
      name: "the built-in policy's sentences, both languages",
      bytes: await texts("de/policy", "en/policy"),
    },
    { name: "… of that, the English ones", bytes: await texts("en/policy") },
    {
      name: "all but React in use, with German words",
      bytes: whole(allInUse) + german,
      ...within(88.3, 65),
    },
    {
      name: "… where the host gives its i18next",
      bytes: whole(allInHosts) + german,
      ...within(73.3, 50),
    },
    {
      name: "all but React that the first paint needs",
      bytes: whole(allAtFirst),
      ...within(44.5, 33),
    },
    ...elementFigures(join(folder, "dist/elements")),
  ];
}

function elementFigures(folder: string): readonly Figure[] {
  const center = ["index.js", "center.js", "wordsInGerman.js"];
  return [
    {
      name: "`<klartext-policy>`, with the German text",
      bytes: filesSize(folder, ["index.js", "policyInGerman.js"]),
      ...within(4.6, 4),
    },
    {
      name: "`<klartext-privacy>` in use, with Preact, German words and the sheet",
      bytes: filesSize(folder, [...center, "klartext.css"]),
      ...within(79.8, 58),
    },
    {
      name: "… and with every part that it may load later, in both languages",
      bytes: filesSize(folder, globSync("*.{js,css}", { cwd: folder })),
      ...within(127.9, 82),
    },
  ];
}

/** The same of libraries that ask for consent, bundled in the same way. */
export async function peerFigures(folder: string): Promise<readonly Figure[]> {
  const measure = async (name: string, program: string) => ({
    name,
    bytes: whole(await bundle({ folder, external: react, program })),
  });
  return [
    await measure(
      "@c15t/react 2.2.1, inline widget",
      `import { ConsentManagerProvider, ConsentWidget } from "@c15t/react";
       import "@c15t/react/styles.css";
       console.log(ConsentManagerProvider, ConsentWidget);`,
    ),
    await measure(
      "vanilla-cookieconsent 3.1.0",
      `import { run } from "vanilla-cookieconsent";
       import "vanilla-cookieconsent/dist/cookieconsent.css";
       console.log(run);`,
    ),
  ];
}
