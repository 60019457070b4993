import { RuleViolation } from "../../testing/suite/index.ts";

/** @throws {RuleViolation} unless the condition holds. */
export function expectReceived(condition: boolean, expected: string): asserts condition {
  if (!condition) throw new RuleViolation(expected);
}
