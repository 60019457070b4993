import { choiceFaults } from "./choiceFaults.ts";
import type { Fault } from "./fault.ts";
import type { Drawn } from "./measured.ts";
import { colorAt, colorsWithin, commonest, contrast, hex, luminance } from "./picture.ts";
import { placeFaults } from "./placeFaults.ts";

/**
 * All that is wrong with a centre in a host.
 *
 * @param expected how many choices it has where nothing is wrong
 */
export function hostFaults(drawn: Drawn, expected: number): readonly Fault[] {
  const { choices, picture } = drawn;
  const says = `Of ${expected} choices, ${choices.length} can be made.`;
  return [
    ...placeFaults(drawn),
    ...schemeFaults(drawn),
    ...(choices.length === expected ? [] : [{ kind: "weight", says } as const]),
    ...signFaults(drawn),
    ...choices.flatMap((choice) => choiceFaults(picture, choice)),
  ];
}

/** A sign that is not drawn, or too pale. What lies below the picture is not looked at. */
function signFaults({ picture, signs }: Drawn): readonly Fault[] {
  return signs.flatMap(({ name, box }) => {
    if (box.top + box.height > picture.height) return [];
    const colors = colorsWithin(picture, box);
    const ground = commonest(colors);
    if (ground && colors.some((color) => contrast(color, ground) >= 3)) return [];
    return [
      { kind: "contrast", says: `The sign beside "${name}" is not seen.` } as const,
    ];
  });
}

/** As bright as white and black from it */
const middle = 0.179;

/** A centre that is light in a dark page, or the other way. */
function schemeFaults({ picture, root, bare }: Drawn): readonly Fault[] {
  const around = colorAt(picture, bare.x, bare.y);
  const own = colorAt(picture, Math.round(root.left) + 2, Math.round(root.top) + 2);
  if (!around || !own) return [];
  const [isPageLight, isOwnLight] = [around, own].map((one) => luminance(one) > middle);
  if (isPageLight === isOwnLight) return [];
  const words = isPageLight ? "dark in a light page" : "light in a dark page";
  return [{ kind: "scheme", says: `It is ${words}: ${hex(own)} in ${hex(around)}.` }];
}
