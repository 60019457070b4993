import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTokens } from "../.storybook/pages/readTokens.ts";
import manifest from "../package.json" with { type: "json" };
import { designTokens } from "../scripts/designTokens.ts";

const root = join(import.meta.dirname, "..");
const tokens = readTokens(readFileSync(join(root, "src/styles/tokens.css"), "utf8"));

test("docs/klartext.tokens.json is what the sheet says (write it anew with vitest --update)", async () => {
  await expect(`${JSON.stringify(designTokens(tokens), null, 2)}\n`).toMatchFileSnapshot(
    join(root, "docs/klartext.tokens.json"),
  );
});

test("the package brings them as klartext/tokens.json", () => {
  expect(manifest.exports["./tokens.json"]).toBe("./docs/klartext.tokens.json");
  expect(manifest.files).toContain("docs");
});

test("a colour is an object of the Color Module, an alias stays one, a size has its unit", () => {
  const css = (name: string, value: string) => ({
    $extensions: { "klartext.css": { name, value } },
  });
  expect(
    designTokens([
      { name: "--kt-radius", value: "6px", comment: undefined },
      { name: "--kt-measure", value: "68ch", comment: "Longest line" },
      { name: "--kt-color-a", value: "light-dark(#ff0000, #000033)", comment: undefined },
      { name: "--kt-color-b", value: "var(--_kt-color-a)", comment: undefined },
    ]),
  ).toEqual({
    radius: {
      $type: "dimension",
      $value: { value: 6, unit: "px" },
      ...css("--kt-radius", "6px"),
    },
    measure: {
      ...{ $type: "number", $value: 68, $description: "Longest line; in ch" },
      ...css("--kt-measure", "68ch"),
    },
    color: {
      $type: "color",
      light: {
        a: {
          $value: { colorSpace: "srgb", components: [1, 0, 0], hex: "#ff0000" },
          ...css("--kt-color-a", "light-dark(#ff0000, #000033)"),
        },
        b: { $value: "{color.light.a}", ...css("--kt-color-b", "var(--_kt-color-a)") },
      },
      dark: {
        a: {
          $value: { colorSpace: "srgb", components: [0, 0, 0.2], hex: "#000033" },
          ...css("--kt-color-a", "light-dark(#ff0000, #000033)"),
        },
        b: { $value: "{color.dark.a}", ...css("--kt-color-b", "var(--_kt-color-a)") },
      },
    },
  });
});

test("what has no such form is an error", () => {
  const token = (name: string, value: string) => [{ name, value, comment: undefined }];
  expect(() => designTokens(token("--kt-space", "auto"))).toThrow(RangeError);
  expect(() => designTokens(token("--kt-color-a", "red"))).toThrow(RangeError);
});
