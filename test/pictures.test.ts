import { readdirSync } from "node:fs";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { comparePictures } from "./support/comparePictures.ts";
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

test("a difference says where it is, and shows it", () => {
  const found = comparePictures(drawn(16, 9), drawn(16, 9, [2, 1], [12, 7]));

  expect(found?.where).toBe("2 dots within 2, 1 – 12, 7");
  expect(PNG.sync.read(found?.picture ?? Buffer.alloc(0)).width).toBe(16);
});

test("a picture of another size is told by its size", () => {
  expect(comparePictures(drawn(8, 8), drawn(8, 9))?.where).toBe("8 × 9 dots, not 8 × 8");
});

test("the pictures that are kept are those that are compared", () => {
  expect(readdirSync(picturesFolder).toSorted()).toEqual(
    referencePictures.map(fileOf).toSorted(),
  );
});
