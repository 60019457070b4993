import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import postcss from "postcss";
import tailwind3 from "tailwindcss-3";
import { compile } from "tailwindcss-4";
import type { ResetName } from "./cells.ts";

/** How a host says which scheme it has: attributes of the root element, or a sheet. */
interface SchemeWords {
  readonly html?: string;
  readonly css?: string;
}

export interface ResetSheet {
  readonly css: string;
  /** Of a host that would follow the system, else it says nothing. */
  readonly light?: SchemeWords;
  readonly dark: SchemeWords;
}

const { resolve } = createRequire(import.meta.url);
const read = (file: string) => readFileSync(resolve(file), "utf8");

/** What a host does that has no word for it. */
const byHand: SchemeWords = {
  css: "html { color-scheme: dark; } html, body { color: #ddd; background: #1b1d21; }",
};
/** What Tailwind's users write into their page, as classes. */
const byClass: SchemeWords = { html: 'class="dark"', css: byHand.css ?? "" };
const byTheme = {
  light: { html: 'data-theme="light"' },
  dark: { html: 'data-theme="dark"' },
} as const;

export type ResetSheets = Readonly<Record<ResetName, ResetSheet>>;

/** The sheets that hosts have, as npm has them and as they ship. */
export async function resetSheets(): Promise<ResetSheets> {
  return {
    "PatternFly 6": {
      css: read("@patternfly/patternfly/patternfly-base.css"),
      dark: { html: 'class="pf-v6-theme-dark"' },
    },
    "Tailwind 3": { css: await buildTailwind3(), dark: byClass },
    "Tailwind 4": { css: await buildTailwind4(), dark: byClass },
    "Bootstrap 3": { css: read("bootstrap-3/dist/css/bootstrap.css"), dark: byHand },
    "Bootstrap 5": {
      css: read("bootstrap-5/dist/css/bootstrap.css"),
      dark: { html: 'data-bs-theme="dark"' },
    },
    "Bulma 1": { css: read("bulma/css/bulma.css"), ...byTheme },
    "Pico 2": { css: read("@picocss/pico/css/pico.css"), ...byTheme },
    Meyer: { css: read("reset-css/reset.css"), dark: byHand },
    "margin and font": {
      css: "* { margin: 0; padding: 0; font: inherit; }",
      dark: byHand,
    },
    "all unset": {
      // The last rule is what keeps the page's head from being read as text.
      css: "* { all: unset; } head, head * { display: none; }",
      dark: byHand,
    },
  };
}

async function buildTailwind3(): Promise<string> {
  const plugin = tailwind3({ content: [{ raw: "" }], darkMode: "class" });
  return (await postcss([plugin]).process("@tailwind base;", { from: undefined })).css;
}

async function buildTailwind4(): Promise<string> {
  const { build } = await compile('@import "tailwindcss";', {
    loadStylesheet: async (id, base) => ({
      path: id,
      base,
      content: read("tailwindcss-4/index.css"),
    }),
  });
  return build([]);
}
