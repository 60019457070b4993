import type { Fault } from "./fault.ts";
import type { MeasuredChoice, MeasuredControl } from "./measured.ts";
import { areAlike, type Color, contrast, hex, type Picture } from "./picture.ts";
import { type DrawnBox, knobShare, readBox, readInk } from "./readControl.ts";

/** WCAG 2.2, 1.4.3 */
const leastOfText = 4.5;
/** WCAG 2.2, 1.4.11 */
const leastOfEdges = 3;
/** A knob is a fifth of what is within its track. */
const leastOfKnob = 0.12;

/** What is wrong with how a choice was drawn: that one weighs more, or cannot be seen. */
export function choiceFaults(
  picture: Picture,
  { grant, refusal }: MeasuredChoice,
): readonly Fault[] {
  const ofGrant = readBox(picture, grant.box);
  const ofRefusal = readBox(picture, refusal.box);
  if (!ofGrant || !ofRefusal) {
    const { name } = ofGrant ? refusal : grant;
    return [{ kind: "width", says: `Is not in the picture: ${name}.` }];
  }
  return [
    ...weightFaults(picture, [grant, ofGrant], [refusal, ofRefusal]),
    ...visibilityFaults(picture, grant, ofGrant),
    ...visibilityFaults(picture, refusal, ofRefusal),
    ...trackFaults(picture, grant, ofGrant),
  ];
}

type Seen = readonly [MeasuredControl, DrawnBox];

function weightFaults(
  picture: Picture,
  [grant, ofGrant]: Seen,
  [refusal, ofRefusal]: Seen,
): readonly Fault[] {
  const unlike = (what: string, one: unknown, other: unknown): Fault => ({
    kind: "weight",
    says: `${what}: ${one} of "${grant.name}", ${other} of "${refusal.name}".`,
  });
  const faults: Fault[] = [];
  for (const length of ["height", "width"] as const) {
    const [one, other] = [ofGrant[length], ofRefusal[length]];
    // A box that begins between two dots is drawn from one of them.
    const isSame = one && other ? Math.abs(one - other) <= 1 : one === other;
    if (!isSame) faults.push(unlike(`Another ${length}`, px(one), px(other)));
  }
  if (!areAlike(ofGrant.fill, ofRefusal.fill)) {
    faults.push(unlike("Another fill", hex(ofGrant.fill), hex(ofRefusal.fill)));
  }
  const edges = [ofGrant, ofRefusal].map(({ sides }) => sides.map((side) => side?.color));
  const other = edges[0]?.findIndex((color, side) => !isSame(color, edges[1]?.[side]));
  if (other !== undefined && other >= 0) {
    const [one, another] = edges.map((colors) => said(colors[other]));
    faults.push(unlike("Another edge", one, another));
  }
  const inks = [
    readInk(picture, boxes(grant).slice(0, 1), ofGrant.fill),
    readInk(picture, boxes(refusal).slice(0, 1), ofRefusal.fill),
  ] as const;
  if (!isSame(...inks)) faults.push(unlike("Another text", said(inks[0]), said(inks[1])));
  const [one, another] = [grant, refusal].map(({ lines }) => lines[0]?.box.height ?? 0);
  if (Math.abs((one ?? 0) - (another ?? 0)) > 1) {
    faults.push(unlike("Another size of text", px(one), px(another)));
  }
  return faults;
}

/** What of a control cannot be told from what is around it. */
function visibilityFaults(
  picture: Picture,
  { name, lines }: MeasuredControl,
  { fill, sides }: DrawnBox,
): readonly Fault[] {
  return [
    ...edgeFaults(`The edge of "${name}"`, sides),
    ...lines.flatMap((line) =>
      pale(
        `The text "${line.name}"`,
        readInk(picture, [line.box], fill),
        fill,
        leastOfText,
      ),
    ),
  ];
}

function trackFaults(
  picture: Picture,
  { name, track }: MeasuredChoice["grant"],
  { fill }: DrawnBox,
): readonly Fault[] {
  const drawn = readBox(picture, track);
  if (!drawn) return [{ kind: "width", says: `The switch of "${name}" is not there.` }];
  const share = knobShare(picture, track, drawn.fill);
  return [
    ...edgeFaults(
      `The track of "${name}"`,
      drawn.sides.map((side) => side && { ...side, outside: fill }),
    ),
    ...(share < leastOfKnob
      ? [
          {
            kind: "contrast",
            says: `The knob of "${name}" is ${Math.round(100 * share)} % of its track, as far as it can be seen.`,
          } as const,
        ]
      : []),
  ];
}

function edgeFaults(what: string, sides: DrawnBox["sides"]): readonly Fault[] {
  const found = sides.flatMap((side) =>
    pale(what, side?.color, side?.outside, leastOfEdges),
  );
  return found.slice(0, 1);
}

function pale(
  what: string,
  color: Color | undefined,
  beside: Color | undefined,
  least: number,
): readonly Fault[] {
  if (!color || !beside) return [{ kind: "contrast", says: `${what} is not seen.` }];
  const ratio = contrast(color, beside);
  if (ratio >= least) return [];
  const figures = `${ratio.toFixed(2)}:1, ${hex(color)} on ${hex(beside)}, not ${least}:1`;
  return [{ kind: "contrast", says: `${what} has ${figures}.` }];
}

const boxes = ({ lines }: MeasuredControl) => lines.map(({ box }) => box);
const px = (length: number | undefined) =>
  length === undefined ? "none" : `${length} px`;
const said = (color: Color | undefined) => (color ? hex(color) : "none");
const isSame = (one: Color | undefined, other: Color | undefined) =>
  one && other ? areAlike(one, other) : one === other;
