import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { geometryFaults } from "./geometry.ts";
import type { View } from "./useCenter.ts";
import { weighChoices } from "./weighChoices.ts";

interface FitOptions {
  /** The centre's frame, the only one of the page. @default the page */
  readonly view?: View;
  /** What the picture is called that `HOST_PICTURES=<folder>` takes. */
  readonly picture: string;
}

/**
 * Sees that a centre fits into its host: grant and refusal weigh the same, with edges of 3:1,
 * every target has 44 px, nothing leaves the page, and axe finds nothing.
 */
export async function expectFit(
  page: Page,
  { view = page, picture }: FitOptions,
): Promise<void> {
  const folder = process.env.HOST_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${picture}.png`) });

  const [grant, refusal] = await weighChoices(view);
  expect(refusal).toEqual(grant);
  expect(grant?.contrast).toBeGreaterThanOrEqual(3);
  expect(await geometryFaults(view)).toEqual([]);
  const axe = new AxeBuilder({ page });
  // What the shell around a frame has of landmarks is the shell's.
  if (view !== page) axe.include({ fromFrames: ["iframe", "html"] });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
