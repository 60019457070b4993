import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { expect, onTestFinished, test } from "vitest";
import { comparePictures } from "./support/comparePictures.ts";
import { keepDifference } from "./support/keepDifference.ts";
import {
  fileOf,
  picturesFolder,
  referencePictures,
} from "./support/referencePictures.ts";

/** A white picture with black dots. */
function drawn(
  width: number,
  height: number,
  ...dots: readonly [number, number][]
): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (const [x, y] of dots)
    png.data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
  return PNG.sync.write(png);
}

test("equal pictures have no difference", () => {
  expect(comparePictures(drawn(8, 8, [1, 2]), drawn(8, 8, [1, 2]))).toBeUndefined();
});

test("a difference says where it is and how much it is, and shows it", () => {
  const found = comparePictures(drawn(16, 9), drawn(16, 9, [2, 1], [12, 7]));

  expect(found?.where).toBe("2 dots of 144 (1.39 %) within 2, 1 – 12, 7");
  expect(PNG.sync.read(found?.picture ?? Buffer.alloc(0)).width).toBe(16);
});

test("what is alike in both is not told as a place", () => {
  const before = drawn(16, 9, [2, 1]);
  const after = drawn(16, 9, [2, 1], [12, 7]);

  expect(comparePictures(before, after)?.where).toBe(
    "1 dot of 144 (0.69 %) within 12, 7 – 12, 7",
  );
});

test.each([
  [
    "higher",
    drawn(8, 9, [3, 8]),
    "8 × 9 dots, not 8 × 8: 8 dots of 72 (11.11 %) within 0, 8 – 7, 8",
  ],
  [
    "wider",
    drawn(9, 8),
    "9 × 8 dots, not 8 × 8: 8 dots of 72 (11.11 %) within 8, 0 – 8, 7",
  ],
  [
    "lower",
    drawn(8, 7),
    "8 × 7 dots, not 8 × 8: 8 dots of 64 (12.5 %) within 0, 7 – 7, 7",
  ],
])("a picture that is %s says so, and shows where", (_name, after, where) => {
  const found = comparePictures(drawn(8, 8), after);
  const shown = PNG.sync.read(found?.picture ?? Buffer.alloc(0));

  expect(found?.where).toBe(where);
  expect([shown.width, shown.height]).toEqual([
    Math.max(8, PNG.sync.read(after).width),
    Math.max(8, PNG.sync.read(after).height),
  ]);
});

test("of pictures that differ, the difference and the new one are written down", () => {
  const folder = mkdtempSync(join(tmpdir(), "klartext-difference-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "pictures/one.png");
  const after = drawn(8, 8, [1, 2]);

  expect(keepDifference(file, drawn(8, 8), drawn(8, 8))).toBe(undefined);
  expect(existsSync(file)).toBe(false);
  expect(keepDifference(file, drawn(8, 8), after)).toBe(
    `It differs: 1 dot of 64 (1.56 %) within 1, 2 – 1, 2. See ${file}`,
  );
  expect([...PNG.sync.read(readFileSync(file)).data.subarray(4 * 17, 4 * 18)]).toEqual([
    255, 0, 0, 255,
  ]);
  expect(readFileSync(join(folder, "pictures/one.now.png"))).toEqual(after);
});

test("the pictures that are kept are those that are compared", () => {
  expect(readdirSync(picturesFolder).toSorted()).toEqual(
    referencePictures.map(fileOf).toSorted(),
  );
});
