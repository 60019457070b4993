import { join } from "node:path";
import { expect, test } from "vitest";
import { measure, measureFiles, quantile } from "../../scripts/house/measureFiles.ts";

/** The longest that a file may be, in lines, comments and all. */
const longest = 300;

const files = measureFiles(join(import.meta.dirname, "../.."));

test("no file is longer than a reader keeps in mind", () => {
  const longer = files.filter(({ lines }) => lines > longest).map(({ path }) => path);

  expect(files.length).toBeGreaterThan(1_000);
  expect(longer).toEqual([]);
});

test("half of the files that are no tests are small, and few are large", () => {
  const code = files.filter(({ isTest }) => !isTest).map(({ codeLines }) => codeLines);

  expect(quantile(code, 0.5)).toBeLessThanOrEqual(40);
  expect(quantile(code, 0.9)).toBeLessThanOrEqual(130);
});

test("a file is as long as its lines, and its code without what explains it", () => {
  const text =
    "/** Says why. */\n\nexport const one = 1;\n// Why here.\nexport const two = 2;\n";

  expect(measure("src/one.ts", text)).toEqual({
    path: "src/one.ts",
    lines: 5,
    codeLines: 2,
    isTest: false,
  });
  expect(measure("src/one.stories.tsx", text).isTest).toBe(true);
});

test("a share of numbers is met by the smallest that so many do not exceed", () => {
  const numbers = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];

  expect(quantile(numbers, 0.5)).toBe(5);
  expect(quantile(numbers, 0.9)).toBe(9);
  expect(quantile([], 0.5)).toBe(0);
});
