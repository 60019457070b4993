import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkitten";

const file = join(
  import.meta.dirname,
  "../../node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
);

/**
 * Every character of the font that the test browser falls back to (`fonts.conf`), as one
 * text: what is not in it is drawn as a box, or in a font of the machine.
 */
export function bundledGlyphs(): string {
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error(`${file} is a collection of fonts.`);
  return String.fromCodePoint(...font.characterSet);
}
