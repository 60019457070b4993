import type { ProblemCode } from "../../contract/problem.ts";

/** Why a panel turns a request down. `detail` is for a log; no page shows it. */
export interface Problem {
  readonly problem: ProblemCode;
  readonly detail?: string;
}

/** Whether what was returned in place of a result is a problem. */
export function isProblem<T extends object>(value: T | Problem): value is Problem {
  return "problem" in value;
}
