import type { Box, Picture } from "./picture.ts";

/** Something that has a name, and where it stands. */
export interface Placed {
  readonly name: string;
  readonly box: Box;
}

/** A control as a person sees it: its box and each line of its text. */
export interface MeasuredControl extends Placed {
  readonly lines: readonly Placed[];
}

/** A grant and the refusal beside it. */
export interface MeasuredChoice {
  readonly grant: MeasuredControl & { readonly track: Box };
  readonly refusal: MeasuredControl;
}

/** A line of text, and the box beyond which nothing of it is drawn. */
interface MeasuredText extends Placed {
  readonly clip?: Box;
}

/** What was measured of a centre in a host, from the top left of the page. */
export interface Measured {
  readonly root: Box;
  /** What the window is wide, and what the page would need. */
  readonly page: { readonly width: number; readonly needed: number };
  /** Whatever a person would see or use: texts, controls, drawings. */
  readonly shown: readonly Placed[];
  /** But for what scrolls by itself. */
  readonly texts: readonly MeasuredText[];
  /** Signs, by the words that they stand beside. */
  readonly signs: readonly Placed[];
  /** What is pressed, but for what stands within a line of text. */
  readonly targets: readonly Placed[];
  readonly choices: readonly MeasuredChoice[];
  /** A place where the host has nothing but its background. */
  readonly bare: { readonly x: number; readonly y: number };
}

/** The same with what was drawn of it. */
export interface Drawn extends Measured {
  readonly picture: Picture;
}
