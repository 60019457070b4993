import type { View } from "./useCenter.ts";

/** What of a look makes a choice heavier or lighter. */
interface Weight {
  readonly height: number;
  readonly width: number;
  readonly edge: string;
  readonly fill: string;
  readonly text: string;
  /** How its edge stands out from its fill and from what is around it (WCAG 1.4.11). */
  readonly contrast: number;
}

/** The weights of the switch and of the refusal beside it, in the first card that has both. */
export async function weighChoices(view: View): Promise<readonly Weight[]> {
  const choices = view.locator(".kt-choices:has(.kt-switch):has(.kt-button)").first();
  return choices.evaluate((row) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {
      willReadFrequently: true,
    });
    /** WCAG's relative luminance of colours that lie over each other, the undermost first. */
    const luminance = (colors: readonly string[]) => {
      if (!canvas) throw new Error("There is no canvas.");
      canvas.clearRect(0, 0, 1, 1);
      for (const color of colors) {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
        .map((value) => value / 255)
        .map((value) =>
          value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
        );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): readonly string[] =>
      element
        ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor]
        : ["white"];

    return [".kt-switch", ".kt-button"].map((selector) => {
      const choice = row.querySelector(selector) ?? row;
      const style = getComputedStyle(choice);
      const { height, width } = choice.getBoundingClientRect();
      const around = behind(choice.parentElement);
      const edge = luminance([...behind(choice), style.borderTopColor]);
      const contrasts = [luminance(behind(choice)), luminance(around)].map(
        (other) => (Math.max(edge, other) + 0.05) / (Math.min(edge, other) + 0.05),
      );
      return {
        ...{ height, width, fill: style.backgroundColor },
        edge: [style.borderTopWidth, style.borderTopStyle, style.borderTopColor].join(
          " ",
        ),
        text: [style.color, style.fontSize, style.fontWeight, style.textTransform].join(
          " ",
        ),
        contrast: Math.min(...contrasts),
      };
    });
  });
}
