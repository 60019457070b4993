import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { preloadLinks } from "../../src/contract/index.ts";
import type { Language } from "../../src/policy/index.ts";

/** Vite's list of what it has built: a chunk's name, and the file that it lies in. */
const manifest = z.record(
  z.string(),
  z.object({ name: z.optional(z.string()), file: z.string() }),
);

/** Makes the page's HTML; `purposes` are asked for from it where somebody is signed in. */
export type Page = (
  language: Language,
  purposes: readonly string[] | undefined,
) => string;

const wordsIn: Readonly<Record<Language, string>> = {
  de: "wordsInGerman",
  en: "wordsInEnglish",
};

/** Reads the page that was built into a folder; nothing where it holds none. */
export function readPage(folder: string): Page | undefined {
  const file = join(folder, "index.html");
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, "utf8");
  const built = Object.values(
    manifest.parse(JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"))),
  );
  const modulesNamed = (...names: readonly string[]) =>
    built
      .filter(({ name = "" }) => names.includes(name))
      .map(({ file }) => `<link rel="modulepreload" crossorigin href="./${file}">\n`)
      .join("");

  return (language, purposes) =>
    html.replace(/<html lang="\w+">/, `<html lang="${language}">`).replace(
      // Behind the script and the sheet: a browser opens six connections, and they come first.
      "</head>",
      () =>
        modulesNamed("center", wordsIn[language]) +
        preloadLinks({ baseUrl: "api/privacy", purposes }) +
        '<link rel="preload" as="fetch" crossorigin="anonymous" href="demo/session">\n</head>',
    );
}
