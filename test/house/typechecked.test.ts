import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const folders = "{src,panel,test,scripts,site,.storybook}";

/** What hosts, built sites and generated code have is checked where it is built, or not ours. */
const elsewhere = /(^|\/)(node_modules|dist|\.astro)\/|^test\/hosts\/[^/]+\//;

test("tsc reads every file of TypeScript that is ours", () => {
  const tsc = join(root, "node_modules/.bin/tsc");
  const printed = execFileSync(tsc, ["-p", "tsconfig.json", "--listFilesOnly"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  const read = new Set(printed.split("\n").map((file) => relative(root, file)));
  const ours = globSync(`${folders}/**/*.{ts,tsx}`, { cwd: root }).filter(
    (file) => !elsewhere.test(file),
  );

  expect(ours.length).toBeGreaterThan(1_000);
  expect(ours.filter((file) => !read.has(file))).toEqual([]);
});
