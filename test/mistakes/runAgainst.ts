import { people } from "../../src/testing/fixtures.ts";
import { runSuite, type SuiteReport } from "../../src/testing/suite/index.ts";
import { liveThroughYear } from "./faultyPanel/askPanel.ts";
import {
  createFaultyPanel,
  headersOf,
  policy,
  type WorldOptions,
} from "./faultyPanel/createFaultyPanel.ts";
import type { Plant } from "./faultyPanel/faults.ts";
import type { Mistake } from "./mistake.ts";

/** How the suite is run: over a panel in use without leave to decide, or over a fresh one with it. */
export const modes = ["reading", "deciding"] as const;

export type Mode = (typeof modes)[number];

/** Runs the suite as `klartext test-panel` does with both sessions. */
export async function runAgainst(
  mode: Mode,
  plant: Plant = () => ({}),
  options: WorldOptions = {},
): Promise<SuiteReport> {
  const world = createFaultyPanel(plant(), options);
  if (mode === "reading") await liveThroughYear(world);
  return runSuite({
    ...{ baseUrl: world.baseUrl, policy, write: mode === "deciding" },
    headers: headersOf(people.admin),
    readOnlyHeaders: headersOf(people.auditor),
    fetch: world.fetch,
    fetchAnyHost: world.fetch,
  });
}

/**
 * The rules that are broken by a mistake and kept without it, and causes that are found
 * alone with it. What is not tried finds nothing.
 */
export async function foundBy(
  mode: Mode,
  { plant, panel }: Mistake,
  clean: SuiteReport,
): Promise<readonly string[]> {
  const report = await runAgainst(mode, plant, panel);
  const kept = new Set(idsOf(clean, "pass"));
  return idsOf(report, "fail").filter((id) => kept.has(id));
}

export function idsOf(
  { results }: SuiteReport,
  outcome: SuiteReport["results"][number]["outcome"],
): readonly string[] {
  return results.filter((one) => one.outcome === outcome).map(({ id }) => id);
}
