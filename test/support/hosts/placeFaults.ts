import type { Fault } from "./fault.ts";
import type { Measured } from "./measured.ts";

/** WCAG 2.2, 2.5.5 */
const leastOfTargets = 44;

/** What is wrong with where things stand: targets, widths, what is cut off. */
export function placeFaults({
  root,
  page,
  shown,
  texts,
  targets,
}: Measured): readonly Fault[] {
  return [
    ...(root.width < 1 ? [fault("width", "The centre has no width.")] : []),
    ...(page.needed > page.width
      ? [fault("cut", `The page is ${page.needed} px wide in ${page.width}.`)]
      : []),
    ...shown
      .filter(({ box }) => box.width <= 0)
      .map(({ name }) => fault("width", `Has no width: ${name}.`)),
    ...targets
      .filter(({ box }) => !isLarge(box.width) || !isLarge(box.height))
      .map(({ name, box }) =>
        fault("target", `Is ${px(box.width)} by ${px(box.height)}: ${name}.`),
      ),
    ...texts
      .filter(({ box }) => box.left < -1 || box.left + box.width > page.width + 1)
      .map(({ name }) => fault("cut", `Leaves the page: ${name}.`)),
    ...texts
      .filter(({ box, clip }) => clip && !isWithin(box, clip))
      .map(({ name }) => fault("cut", `Is cut off: ${name}.`)),
  ];
}

type Box = Measured["root"];

function fault(kind: Fault["kind"], says: string): Fault {
  return { kind, says };
}

/** Browsers keep lengths in 64ths of a pixel. */
function isLarge(length: number): boolean {
  return length >= leastOfTargets - 1 / 64;
}

/** A dot more is how a line of text is rounded. */
function isWithin(box: Box, clip: Box): boolean {
  return (
    box.left >= clip.left - 1 &&
    box.top >= clip.top - 1 &&
    box.left + box.width <= clip.left + clip.width + 1 &&
    box.top + box.height <= clip.top + clip.height + 1
  );
}

const px = (length: number) => `${Number(length.toFixed(2))} px`;
