import { OutsideContract, PanelProblem, PanelUnreachable } from "./errors.ts";

/** RFC 9110 § 15 and RFC 6585 § 4: these say "not now", and not "no". */
const passing = new Set([408, 425, 429]);

/** Whether the same request may succeed later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof PanelUnreachable) return true;
  const isAnswer = error instanceof PanelProblem || error instanceof OutsideContract;
  return isAnswer && (passing.has(error.status) || error.status >= 500);
}
