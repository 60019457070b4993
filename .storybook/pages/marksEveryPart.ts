import { expect, waitFor } from "storybook/test";
import type { Anatomy } from "./anatomies.ts";

/** Waits until each part of an anatomy has its number, in order, and each lies over the page. */
export async function marksEveryPart(
  canvasElement: HTMLElement,
  { parts }: Anatomy,
): Promise<void> {
  const marks = () => [
    ...canvasElement.querySelectorAll<HTMLElement>(".page-anatomy > [data-part]"),
  ];
  await waitFor(() =>
    expect(marks().map((mark) => mark.dataset.part)).toEqual(
      parts.map(({ name }) => name),
    ),
  );
  for (const mark of marks()) {
    const frame = mark.parentElement?.getBoundingClientRect();
    await expect(getComputedStyle(mark).position).toBe("absolute");
    // A part without a box of its own would have its number anywhere.
    await expect(mark.getBoundingClientRect().bottom).toBeGreaterThan(frame?.top ?? 0);
  }
}
