import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** Where two pictures differ, and a picture that shows it. */
export interface Difference {
  /** Such as "120 dots within 10, 20 – 90, 44". */
  readonly where: string;
  readonly picture: Buffer;
}

/**
 * Compares two PNG pictures dot by dot; the smoothing of edges does not count. Undefined
 * when they are the same.
 */
export function comparePictures(before: Buffer, after: Buffer): Difference | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  const { width, height } = a;
  if (width !== b.width || height !== b.height) {
    return {
      where: `${b.width} × ${b.height} dots, not ${width} × ${height}`,
      picture: after,
    };
  }
  const marked = new PNG({ width, height });
  const dots = pixelmatch(a.data, b.data, marked.data, width, height, { threshold: 0.1 });
  if (dots === 0) return undefined;

  // Red is what pixelmatch gives to dots that differ; all else is grey or yellow.
  const found = Array.from({ length: width * height }, (_, dot) => dot).filter(
    (dot) => marked.data[4 * dot] === 255 && marked.data[4 * dot + 1] === 0,
  );
  const [xs, ys] = [
    found.map((dot) => dot % width),
    found.map((dot) => Math.floor(dot / width)),
  ];
  const first = [least(xs), least(ys)].join(", ");
  const last = [most(xs), most(ys)].join(", ");
  return {
    where: `${dots} ${dots === 1 ? "dot" : "dots"} within ${first} – ${last}`,
    picture: PNG.sync.write(marked),
  };
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
