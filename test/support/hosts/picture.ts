/** What was drawn: dots from left to right, line by line, each of four bytes, as pngjs has it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Red, green and blue, each of 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** A rectangle in CSS pixels from the top left of a picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Undefined outside of the picture. */
export function colorAt({ width, height, data }: Picture, x: number, y: number) {
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const dot = 4 * (y * width + x);
  return [data[dot], data[dot + 1], data[dot + 2]] as unknown as Color;
}

/** The colours of the dots that lie wholly within a box. */
export function colorsWithin(picture: Picture, box: Box): readonly Color[] {
  const colors: Color[] = [];
  for (let y = Math.ceil(box.top); y < Math.floor(box.top + box.height); y += 1) {
    for (let x = Math.ceil(box.left); x < Math.floor(box.left + box.width); x += 1) {
      const color = colorAt(picture, x, y);
      if (color) colors.push(color);
    }
  }
  return colors;
}

/** The colour that most of the dots have. */
export function commonest(colors: readonly Color[]): Color | undefined {
  const counts = new Map<number, number>();
  let most: Color | undefined;
  let count = 0;
  for (const color of colors) {
    const key = (color[0] << 16) | (color[1] << 8) | color[2];
    const now = (counts.get(key) ?? 0) + 1;
    counts.set(key, now);
    if (now > count) [most, count] = [color, now];
  }
  return most;
}

/** How well two colours can be told apart, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Color, b: Color): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** How bright a colour is, 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance([red, green, blue]: Color): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Whether two colours are the same but for how a browser rounds. */
export function areAlike(a: Color, b: Color): boolean {
  return a.every((channel, index) => Math.abs(channel - (b[index] ?? 0)) <= 2);
}

/** As style sheets write it, such as `#1a2129`. */
export function hex(color: Color): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
