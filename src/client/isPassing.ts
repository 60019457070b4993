import { OutsideContract, PanelProblem, PanelUnreachable } from "./errors.ts";

/** RFC 9110 § 15 and RFC 6585 § 4: these say "not now", and not "no". */
const passing = new Set([408, 425, 429]);

/** Whether the same request may succeed later. A redirect is something before the panel. */
export function isPassing(error: unknown): boolean {
  if (error instanceof PanelUnreachable) return true;
  if (error instanceof OutsideContract && isRedirect(error.status)) return true;
  const isAnswer = error instanceof PanelProblem || error instanceof OutsideContract;
  return isAnswer && (passing.has(error.status) || error.status >= 500);
}

/** A browser gives 0 for a redirect that it does not follow. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}
