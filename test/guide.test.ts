import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostThemes } from "../.storybook/hostThemes.ts";
import { readSection } from "../.storybook/pages/readSection.ts";
import { readTokens } from "../.storybook/pages/readTokens.ts";
import { joinSheet } from "../scripts/sheet/joinSheet.ts";

const read = (path: string) =>
  readFileSync(join(import.meta.dirname, "..", path), "utf8");
const sheet = joinSheet(join(import.meta.dirname, "../src/styles/klartext.css"));

test("the guide shows every token of the sheet, and the sheet uses every one", () => {
  const names = readTokens(sheet).map(({ name }) => name);
  const named = [...sheet.matchAll(/(--_?kt-[\w-]+)\s*:/g)].map(([, name]) => name);
  const used = [...sheet.matchAll(/var\(\s*(--_?kt-[\w-]+)/g)].map(([, name]) => name);
  const own = (name: string | undefined) => name?.replace("--_", "--");

  expect(names.length).toBeGreaterThan(10);
  expect(names).toEqual([...new Set(named.map(own))]);
  expect(named.filter((name) => !used.includes(name))).toEqual([]);
});

test("a token has its value and the comment right before it", () => {
  expect(
    readTokens("a { /* One  step */\n --kt-space: 1rem; --kt-font:\n serif; }"),
  ).toEqual([
    { name: "--kt-space", value: "1rem", comment: "One step" },
    { name: "--kt-font", value: "serif", comment: undefined },
  ]);
  expect(readTokens("--_kt-line: var(--kt-line, light-dark(#000, #fff));")).toEqual([
    { name: "--kt-line", value: "light-dark(#000, #fff)", comment: undefined },
  ]);
});

test("the guide shows how to embed as the README does, and that section alone", () => {
  const section = readSection(read("README.md"), "Embed it");

  expect(section).toContain("<PrivacyCenter");
  expect(section).not.toMatch(/^## /m);
  expect(readSection("# A\n\n## B\nb\n\n## C\nc", "B")).toBe("b");
});

test("a host's sheet is a look, and two where it tells a dark one apart", () => {
  const values = (css: string) =>
    hostThemes("./hosts/a.css", css).map(({ value }) => value);

  expect(values(":root { color: red }")).toEqual(["host-a"]);
  expect(values(':root[data-theme="dark"] { color: red }')).toEqual([
    "host-a",
    "host-a-dark",
  ]);
});
