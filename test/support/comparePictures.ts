import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** Where two pictures differ, and a picture that shows it. */
export interface Difference {
  /** Such as "120 dots of 90000 (0.13 %) within 10, 20 – 90, 44". */
  readonly where: string;
  readonly picture: Buffer;
}

/**
 * Compares two PNG pictures dot by dot; the smoothing of edges does not count. Undefined
 * when they are the same. Of two sizes, what only one of them has differs as a whole.
 */
export function comparePictures(before: Buffer, after: Buffer): Difference | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  const width = Math.max(a.width, b.width);
  const height = Math.max(a.height, b.height);
  const marked = new PNG({ width, height });
  pixelmatch(onto(width, height, a), onto(width, height, b), marked.data, width, height, {
    threshold: 0.1,
  });
  // Red is what pixelmatch gives to dots that differ; all else is grey or yellow.
  const found = Array.from({ length: width * height }, (_, dot) => dot).filter((dot) => {
    const x = dot % width;
    const y = Math.floor(dot / width);
    if (!isWithin(a, x, y) || !isWithin(b, x, y)) {
      marked.data.set([255, 0, 0, 255], 4 * dot);
      return true;
    }
    return marked.data[4 * dot] === 255 && marked.data[4 * dot + 1] === 0;
  });
  if (found.length === 0) return undefined;

  const sizes =
    a.width === b.width && a.height === b.height
      ? ""
      : `${b.width} × ${b.height} dots, not ${a.width} × ${a.height}: `;
  return {
    where: `${sizes}${amount(found.length, width * height)} within ${box(found, width)}`,
    picture: PNG.sync.write(marked),
  };
}

function onto(width: number, height: number, picture: PNG): Buffer {
  const larger = new PNG({ width, height });
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0);
  return larger.data;
}

function isWithin({ width, height }: PNG, x: number, y: number): boolean {
  return x < width && y < height;
}

function amount(dots: number, all: number): string {
  const share = Number(((100 * dots) / all).toFixed(2));
  return `${dots} ${dots === 1 ? "dot" : "dots"} of ${all} (${share} %)`;
}

function box(dots: readonly number[], width: number): string {
  const xs = dots.map((dot) => dot % width);
  const ys = dots.map((dot) => Math.floor(dot / width));
  return `${least(xs)}, ${least(ys)} – ${most(xs)}, ${most(ys)}`;
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
