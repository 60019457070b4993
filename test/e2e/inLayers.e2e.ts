import { beforeAll, describe, expect } from "vitest";
import { hostSheets } from "../support/hostSheets.ts";
import { looks, weights } from "../support/looksInHost.ts";
import { test } from "../support/playwright.ts";
import { type Host, sheet, showInHost } from "../support/showInHost.ts";
import { unfoldedCentre, wide } from "../support/unfoldedCentre.ts";

let centre: string;

beforeAll(async () => {
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
  test.for(Object.entries(hostSheets))(
    "takes back what a base layer resets: %s",
    async ([, css], { open }) => {
      const { page } = await open(wide);
      await showInHost(page, centre);
      const before = await looks(page);
      const host = placed(css);
      await showInHost(page, centre, { ...host, css: `${host.css} ${utilities}` });

      const after = await looks(page);
      const [grant, refusal] = await weights(page);

      expect(before.length).toBeGreaterThan(800);
      expect(after.filter((line, index) => line !== before[index]).slice(0, 3)).toEqual(
        [],
      );
      expect(refusal).toEqual(grant);
    },
  );
});

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
