import { expect } from "vitest";
import { expectOtherHostsTurnedDown, expectPassedOn } from "./expectPassedOn.ts";
import { findingsThrough } from "./findingsThrough.ts";
import type { BehindProxy } from "./startBehind.ts";

/** Every answer is the panel's own, and `klartext test-panel` tells of nothing. */
export async function expectTransparent(behind: BehindProxy): Promise<void> {
  await expectPassedOn(behind);
  expect(await findingsThrough(behind)).toEqual([]);
  await expectOtherHostsTurnedDown(behind);
}
