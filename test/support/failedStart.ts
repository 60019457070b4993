import { expect } from "vitest";
import type { PanelRun } from "./runPanel.ts";

/** What every start that fails has in common; returns the paragraph. */
export function paragraphOf({ code, stdout, stderr }: PanelRun): string {
  expect(stderr).toMatch(/^Klartext did not start\. [^\n]+\n$/);
  expect(stderr).not.toMatch(/^\s+at |Error:|node:internal/m);
  expect(code).toBe(1);
  expect(stdout).toBe("");
  return stderr;
}
