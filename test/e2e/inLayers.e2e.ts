import { beforeAll, describe, expect } from "vitest";
import { resets } from "../support/hosts/cells.ts";
import { type ResetSheets, resetSheets } from "../support/hosts/resetSheets.ts";
import { looks, ofOneSize, weights } from "../support/looksInHost.ts";
import { test } from "../support/playwright.ts";
import { shareName, shareOf } from "../support/shareOf.ts";
import { type Host, sheet, showInHost } from "../support/showInHost.ts";
import { unfoldedCentre, wide } from "../support/unfoldedCentre.ts";

let centre: string;
let sheets: ResetSheets;

beforeAll(async () => {
  sheets = await resetSheets();
  centre = await unfoldedCentre();
});

const layer = (name: string, css: string) => `@layer ${name} { ${css} }`;

/** Where a sheet lies whose host has its own rules in Tailwind's layers, in their order. */
const places = {
  "in no layer": (css: string): Host => ({
    ours: sheet,
    css: `@layer theme, base, components, utilities; ${layer("base", css)}`,
  }),
  "in a layer after the host's": (css: string): Host => ({
    ours: `@layer theme, base, components, utilities, klartext; ${layer("klartext", sheet)}`,
    css: layer("base", css),
  }),
  "in a layer between base and components": (css: string): Host => ({
    ours: `@layer theme, base, klartext, components, utilities; ${layer("klartext", sheet)}`,
    css: layer("base", css),
  }),
};

const utilities = layer(
  "utilities",
  ".hidden { display: none; } .flex { display: flex; } .border { border: 1px solid red; }",
);

describe.each(Object.entries(places))("a sheet %s", (_, placed) => {
  test.for(shareOf(resets, 4))(
    `takes back what a base layer resets: %s (${shareName})`,
    async (name, { open }) => {
      const { page } = await open(wide);
      await showInHost(page, centre, ofOneSize);
      const before = await looks(page);
      // A sheet's character set is said before everything else, or not at all.
      const host = placed(sheets[name].css.replace(/^@charset [^;]+;/, ""));
      const css = `${host.css} ${utilities} ${ofOneSize.css}`;
      await showInHost(page, centre, { ...ofOneSize, ...host, css });

      const after = await looks(page);
      const [grant, refusal] = await weights(page);
      const changed = after.filter((line, index) => line !== before[index]);

      expect(before.length).toBeGreaterThan(800);
      expect(changed.filter((line) => !isLost(name, line)).slice(0, 3)).toEqual([]);
      expect(refusal).toEqual(grant);
    },
  );
});

/**
 * A layer that unsets everything takes the lines of drawings with it: they are attributes,
 * which a layer of the host's outweighs. Words stay, as docs/theming.md says.
 */
function isLost(name: string, line: string): boolean {
  return name === "all unset" && /^(path|circle|rect|g)\./.test(line);
}

describe("in a layer", () => {
  const bare = "button { border: 0; background: none; }";

  test("a host's rule in no layer wins, and so takes an edge away", async ({ open }) => {
    const { page } = await open(wide);
    await showInHost(page, centre, {
      ours: layer("klartext", sheet),
      css: bare,
    });

    const [grant, refusal] = await weights(page);

    expect(grant?.border).toBe("1px solid rgb(102, 114, 126)");
    expect(refusal?.border).toMatch(/^0px/);
  });

  test("so does one in a layer that comes later", async ({ open }) => {
    const { page } = await open(wide);
    await showInHost(page, centre, {
      ours: layer("klartext", sheet),
      css: layer("base", bare),
    });

    const [, refusal] = await weights(page);

    expect(refusal?.border).toMatch(/^0px/);
  });
});
