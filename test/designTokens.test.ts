import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTokens } from "../.storybook/pages/readTokens.ts";
import manifest from "../package.json" with { type: "json" };
import { designTokens } from "../scripts/designTokens.ts";
import { designTokenFaults } from "./support/designTokenFaults.ts";

const root = join(import.meta.dirname, "..");
const tokens = readTokens(readFileSync(join(root, "src/styles/tokens.css"), "utf8"));

test("docs/klartext.tokens.json is what the sheet says (write it anew with vitest --update)", async () => {
  await expect(`${JSON.stringify(designTokens(tokens), null, 2)}\n`).toMatchFileSnapshot(
    join(root, "docs/klartext.tokens.json"),
  );
});

test("they are in the Design Tokens format, as a tool reads it", () => {
  expect(designTokenFaults(designTokens(tokens))).toEqual([]);
});

test.each<[string, unknown, string]>([
  ["a size in em", { $type: "dimension", $value: { value: 1, unit: "em" } }, "unit"],
  ["a colour as text", { $type: "color", $value: "#ff0000" }, "expected object"],
  ["a colour above 1", srgb([1.2, 0, 0]), "components[0]"],
  ["a value without a type", { $value: 1 }, "a: "],
  ["an alias of nothing", { $type: "number", $value: "{b}" }, "there is no token b"],
  ["another member of a token", { $type: "number", $value: 1, name: "a" }, "name"],
])("%s is not of that format", (_name, token, says) => {
  expect(designTokenFaults({ a: token })).toEqual([expect.stringContaining(says)]);
});

test("a name that an alias could not say is not of that format", () => {
  const token = { $type: "number", $value: 1 };
  expect(designTokenFaults({ "a.b": token })).toHaveLength(1);
});

function srgb(components: readonly number[]) {
  return { $type: "color", $value: { colorSpace: "srgb", components } };
}

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
