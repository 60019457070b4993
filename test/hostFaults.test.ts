import { describe, expect, test } from "vitest";
import { hostFaults } from "./support/hosts/hostFaults.ts";
import type { Drawn, MeasuredControl } from "./support/hosts/measured.ts";
import type { Box, Color } from "./support/hosts/picture.ts";

const white: Color = [255, 255, 255];
const grey: Color = [102, 114, 126];
const ink: Color = [26, 33, 41];
const pale: Color = [200, 200, 200];
const dark: Color = [20, 25, 31];

const size = { width: 360, height: 200 };

type Layer = readonly [Box, Color];

/** A white page; what is painted later lies over what was painted before. */
function paint(layers: readonly Layer[]) {
  const data = new Uint8Array(4 * size.width * size.height).fill(255);
  for (const [{ left, top, width, height }, color] of layers)
    for (let y = top; y < top + height; y += 1)
      for (let x = left; x < left + width; x += 1)
        data.set(color, 4 * (y * size.width + x));
  return { ...size, data };
}

function inner({ left, top, width, height }: Box, margin = 1): Box {
  return {
    left: left + margin,
    top: top + margin,
    width: width - 2 * margin,
    height: height - 2 * margin,
  };
}

const grantBox: Box = { left: 20, top: 20, width: 150, height: 58 };
const refusalBox: Box = { left: 190, top: 20, width: 150, height: 58 };
const track: Box = { left: 34, top: 38, width: 40, height: 22 };
const label: Box = { left: 84, top: 42, width: 40, height: 16 };
const word: Box = { left: 205, top: 42, width: 40, height: 16 };
const knob: Box = { left: 40, top: 43, width: 12, height: 12 };

type Part =
  | "grantEdge"
  | "refusalEdge"
  | "refusalFill"
  | "label"
  | "word"
  | "track"
  | "knob";

/** A choice as it should be, in which some parts have another colour. */
function draw(
  colors: Partial<Record<Part, Color>> = {},
  refusal = refusalBox,
  more: readonly Layer[] = [],
) {
  return paint([
    [grantBox, colors.grantEdge ?? grey],
    [inner(grantBox), white],
    [refusal, colors.refusalEdge ?? grey],
    [inner(refusal), colors.refusalFill ?? white],
    [track, colors.track ?? grey],
    [inner(track, 2), white],
    [knob, colors.knob ?? grey],
    [inner(label, 4), colors.label ?? ink],
    [inner(word, 4), colors.word ?? ink],
    ...more,
  ]);
}

const control = (name: string, box: Box, line: Box): MeasuredControl => ({
  ...{ name, box },
  lines: [{ name, box: line }],
});

const good: Drawn = {
  picture: draw(),
  root: { left: 10, top: 10, width: 340, height: 180 },
  page: { width: 360, needed: 360 },
  shown: [{ name: "Yes", box: grantBox }],
  texts: [{ name: "Yes", box: label, clip: grantBox }],
  signs: [{ name: "Yes", box: inner(knob, -2) }],
  targets: [{ name: "Yes", box: grantBox }],
  choices: [
    {
      grant: { ...control("Yes", grantBox, label), track },
      refusal: control("No", refusalBox, word),
    },
  ],
  bare: { x: 358, y: 2 },
};

const said = (drawn: Drawn) =>
  hostFaults(drawn, 1).map(({ kind, says }) => `${kind}: ${says}`);

test("nothing is wrong with a choice whose halves are drawn alike", () => {
  expect(said(good)).toEqual([]);
});

test("nothing is wrong with a choice at the rim of the picture", () => {
  const [choice] = good.choices;
  const box = { ...refusalBox, width: 170 };
  const grant = { ...grantBox, left: 20, width: 170 };
  const choices = choice && [
    {
      grant: { ...choice.grant, box: grant },
      refusal: control("No", box, word),
    },
  ];
  const edges: readonly Layer[] = [
    [grant, grey],
    [inner(grant), white],
    [{ ...box, left: 190 }, grey],
    [inner({ ...box, left: 190 }), white],
    [track, grey],
    [inner(track, 2), white],
    [knob, grey],
    [inner(label, 4), ink],
    [inner(word, 4), ink],
  ];

  expect(said({ ...good, choices: choices ?? [], picture: paint(edges) })).toEqual([]);
});

describe("a refusal weighs otherwise", () => {
  test.each<readonly [string, Partial<Record<Part, Color>>, readonly string[]]>([
    [
      "filled",
      { refusalFill: grey, word: white },
      [
        'weight: Another fill: #ffffff of "Yes", #66727e of "No".',
        'weight: Another text: #1a2129 of "Yes", #ffffff of "No".',
      ],
    ],
    [
      "of another edge",
      { refusalEdge: ink },
      ['weight: Another edge: #66727e of "Yes", #1a2129 of "No".'],
    ],
    [
      "of another text",
      { word: grey },
      ['weight: Another text: #1a2129 of "Yes", #66727e of "No".'],
    ],
  ])("%s", (_, colors, sentences) => {
    expect(said({ ...good, picture: draw(colors) })).toEqual(sentences);
  });

  test("without an edge, which is not seen and has no size", () => {
    expect(said({ ...good, picture: draw({ refusalEdge: white }) })).toEqual([
      'weight: Another height: 58 px of "Yes", none of "No".',
      'weight: Another width: 150 px of "Yes", none of "No".',
      'weight: Another edge: #66727e of "Yes", none of "No".',
      'contrast: The edge of "No" is not seen.',
    ]);
  });

  test.each([
    [59, []],
    [56, ['weight: Another height: 58 px of "Yes", 56 px of "No".']],
  ])("of %i px in height, which a dot of rounding is not", (height, sentences) => {
    const box = { ...refusalBox, height };
    const [choice] = good.choices;
    const choices = choice && [{ ...choice, refusal: control("No", box, word) }];

    expect(said({ ...good, choices: choices ?? [], picture: draw({}, box) })).toEqual(
      sentences,
    );
  });

  test("of larger text", () => {
    const [choice] = good.choices;
    const larger = { ...word, height: 20 };
    const choices = choice && [{ ...choice, refusal: control("No", refusalBox, larger) }];

    expect(said({ ...good, choices: choices ?? [] })).toEqual([
      'weight: Another size of text: 16 px of "Yes", 20 px of "No".',
    ]);
  });
});

describe("is too pale to be seen", () => {
  test.each<readonly [string, Partial<Record<Part, Color>>, readonly string[]]>([
    [
      "its text",
      { label: pale, word: pale },
      [
        'contrast: The text "Yes" has 1.67:1, #c8c8c8 on #ffffff, not 4.5:1.',
        'contrast: The text "No" has 1.67:1, #c8c8c8 on #ffffff, not 4.5:1.',
      ],
    ],
    [
      "its edges",
      { grantEdge: pale, refusalEdge: pale },
      [
        'contrast: The edge of "Yes" has 1.67:1, #c8c8c8 on #ffffff, not 3:1.',
        'contrast: The edge of "No" has 1.67:1, #c8c8c8 on #ffffff, not 3:1.',
      ],
    ],
    [
      "its track",
      { track: pale },
      ['contrast: The track of "Yes" has 1.67:1, #c8c8c8 on #ffffff, not 3:1.'],
    ],
    [
      "its knob",
      { knob: pale },
      [
        'contrast: The sign beside "Yes" is not seen.',
        'contrast: The knob of "Yes" is 0 % of its track, as far as it can be seen.',
      ],
    ],
  ])("%s", (_, colors, sentences) => {
    expect(said({ ...good, picture: draw(colors) })).toEqual(sentences);
  });
});

describe("stands where it should not", () => {
  test.each<readonly [string, Partial<Drawn>, readonly string[]]>([
    [
      "a target that is small",
      { targets: [{ name: "Yes", box: { ...grantBox, height: 43.9 } }] },
      ["target: Is 150 px by 43.9 px: Yes."],
    ],
    [
      "what has no width",
      { shown: [{ name: "Yes", box: { ...grantBox, width: 0 } }] },
      ["width: Has no width: Yes."],
    ],
    [
      "a page that scrolls sideways",
      { page: { width: 360, needed: 400 } },
      ["cut: The page is 400 px wide in 360."],
    ],
    [
      "text that leaves the page",
      { texts: [{ name: "Yes", box: { ...label, left: -10 } }] },
      ["cut: Leaves the page: Yes."],
    ],
    [
      "text that its box cuts off",
      { texts: [{ name: "Yes", box: label, clip: { ...grantBox, width: 70 } }] },
      ["cut: Is cut off: Yes."],
    ],
    ["no choice", { choices: [] }, ["weight: Of 1 choices, 0 can be made."]],
  ])("%s", (_, change, sentences) => {
    expect(said({ ...good, ...change })).toEqual(sentences);
  });

  test("a centre without a width, and with all that it holds outside of the picture", () => {
    const root = { ...good.root, width: 0 };
    const box = { ...grantBox, top: 900 };
    const [choice] = good.choices;
    const choices = choice && [{ ...choice, grant: { ...choice.grant, box } }];

    expect(said({ ...good, root, choices: choices ?? [] })).toEqual([
      "width: The centre has no width.",
      "width: Is not in the picture: Yes.",
    ]);
  });
});

test("a centre is light in a dark page", () => {
  const bare = { x: 358, y: 190 };
  const corner: Box = { left: 350, top: 180, width: 10, height: 20 };

  expect(
    said({ ...good, bare, picture: draw({}, refusalBox, [[corner, dark]]) }),
  ).toEqual(["scheme: It is light in a dark page: #ffffff in #14191f."]);
});
