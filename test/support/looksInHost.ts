import type { Page } from "playwright-core";
import type { Host } from "./showInHost.ts";

/** A host's text of another size is another size of ours, so it is the same here. */
export const ofOneSize = {
  css: "html { font-size: 16px !important; }",
  around: (it: string) => `<div style="font-size: 16px">${it}</div>`,
} as const satisfies Host;

/** What resets reset */
const properties = [
  ...["display", "position", "appearance", "cursor", "list-style-type", "vertical-align"],
  ...[
    "color",
    "background-color",
    "text-transform",
    "text-align",
    "text-decoration-line",
  ],
  ...["font-family", "font-size", "font-weight", "line-height", "letter-spacing"],
  ...["white-space", "width", "height", "margin", "padding", "border", "border-radius"],
  ...["fill", "stroke", "stroke-width", "d"],
];

/** How each element within the root looks, and what stands before and after it, line by line. */
export async function looks(page: Page): Promise<readonly string[]> {
  // What is far below the window has its size only once a frame was drawn.
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(resolve)),
      ),
  );
  return page.evaluate(
    (names) =>
      [...document.querySelectorAll(".kt-root *")].flatMap((element) =>
        ["", "::before", "::after"].flatMap((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          if (pseudo && ["none", "normal"].includes(style.content)) return [];
          // What is drawn within an SVG has no box, and so no border.
          const isDrawn =
            element instanceof SVGElement && !(element instanceof SVGSVGElement);
          const values = names
            .filter((name) => !(isDrawn && name.startsWith("border")))
            .map((name) => `${name}: ${style.getPropertyValue(name)}`);
          const named = `${element.tagName}.${element.getAttribute("class")}${pseudo}`;
          return `${named} ${values.join("; ")}`;
        }),
      ),
    properties,
  );
}

/** What of a look makes it heavier or lighter, of the switch and of the refusal. */
export async function weights(page: Page) {
  return page
    .locator(".kt-choices")
    .first()
    .evaluate((choices) =>
      [".kt-switch", ".kt-button"].map((selector) => {
        const element = choices.querySelector(selector) ?? choices;
        const { borderTopWidth, borderTopStyle, borderTopColor, ...style } =
          getComputedStyle(element);
        const { height, width } = element.getBoundingClientRect();
        const { color, backgroundColor, fontSize, fontWeight, textTransform } = style;
        return {
          height,
          width,
          border: `${borderTopWidth} ${borderTopStyle} ${borderTopColor}`,
          text: [color, backgroundColor, fontSize, fontWeight, textTransform].join(),
        };
      }),
    );
}
