import { BrokenPromise } from "../../testing/suite/index.ts";

/** @throws {BrokenPromise} unless the condition holds. */
export function expectWire(condition: boolean, expected: string): asserts condition {
  if (!condition) throw new BrokenPromise(expected);
}
