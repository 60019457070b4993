import {
  areAlike,
  type Box,
  type Color,
  colorAt,
  colorsWithin,
  commonest,
  contrast,
  type Picture,
} from "./picture.ts";

/** One side of a box, as it was drawn: where it begins, and the colour it begins with. */
interface Side {
  readonly at: number;
  readonly color: Color;
  /** The colour in front of it. */
  readonly outside: Color;
}

/** A box as it was drawn. Of a side that nothing tells from what is around, nothing is known. */
export interface DrawnBox {
  readonly fill: Color;
  /** Top, right, bottom, left. */
  readonly sides: readonly (Side | undefined)[];
  /** Undefined where a side is. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** How far before its place a side is looked for, and how far behind it. */
const reach = 3;

/** Reads a box where it should be; undefined where the picture does not have all of it. */
export function readBox(picture: Picture, box: Box): DrawnBox | undefined {
  const [left, top] = [Math.round(box.left), Math.round(box.top)];
  const right = Math.round(box.left + box.width) - 1;
  const bottom = Math.round(box.top + box.height) - 1;
  const middle = Math.round((left + right) / 2);
  const half = Math.round((top + bottom) / 2);
  const fill = commonest(colorsWithin(picture, within(box, reach)));
  if (!fill) return undefined;
  if (left < 0 || top < 0 || right >= picture.width || bottom >= picture.height) {
    return undefined;
  }
  const across = (x: number) => colorAt(picture, x, half);
  const down = (y: number) => colorAt(picture, middle, y);
  const outsides = [
    down(top - reach),
    across(right + reach),
    down(bottom + reach),
    across(left - reach),
  ] as const;
  // At the picture's rim there is nothing: it is as beside the other sides.
  const around = outsides.find((color) => color !== undefined);
  const sides = [
    findSide(down, top, 1, outsides[0] ?? around),
    findSide(across, right, -1, outsides[1] ?? around),
    findSide(down, bottom, -1, outsides[2] ?? around),
    findSide(across, left, 1, outsides[3] ?? around),
  ] as const;
  return {
    fill,
    sides,
    width: sides[1] && sides[3] && sides[1].at - sides[3].at + 1,
    height: sides[0] && sides[2] && sides[2].at - sides[0].at + 1,
  };
}

/** The first dot on the way into a box that differs from what is in front of it. */
function findSide(
  colorOn: (place: number) => Color | undefined,
  place: number,
  direction: 1 | -1,
  outside: Color | undefined,
): Side | undefined {
  if (!outside) return undefined;
  for (let step = 1 - reach; step <= reach; step += 1) {
    const at = place + step * direction;
    const color = colorOn(at);
    if (color && !areAlike(color, outside)) return { at, color, outside };
  }
  return undefined;
}

/** What is left of a box when a margin is taken from each side. */
export function within({ left, top, width, height }: Box, margin: number): Box {
  return {
    left: left + margin,
    top: top + margin,
    width: width - 2 * margin,
    height: height - 2 * margin,
  };
}

/** The colour within some boxes of text that stands out the most; smoothed edges do not. */
export function readInk(
  picture: Picture,
  boxes: readonly Box[],
  fill: Color,
): Color | undefined {
  return boxes
    .flatMap((box) => colorsWithin(picture, box))
    .reduce<Color | undefined>(
      (most, color) =>
        most && contrast(most, fill) >= contrast(color, fill) ? most : color,
      undefined,
    );
}

/** The part of a track's inside that can be told from its fill, 0 to 1: the knob. */
export function knobShare(picture: Picture, track: Box, fill: Color): number {
  const colors = colorsWithin(picture, within(track, reach));
  const seen = colors.filter((color) => contrast(color, fill) >= 3);
  return colors.length === 0 ? 0 : seen.length / colors.length;
}
