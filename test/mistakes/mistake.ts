import type { WorldOptions } from "./faultyPanel/createFaultyPanel.ts";
import type { Plant } from "./faultyPanel/faults.ts";

/** One thing that a panel can get wrong. */
export interface Mistake {
  readonly id: string;
  /** What is wrong, as one would tell it. */
  readonly sentence: string;
  readonly plant: Plant;
  /** How the panel is set up in which it shows. */
  readonly panel?: Pick<WorldOptions, "lock" | "erasure">;
}

export interface KindOfMistakes {
  readonly kind: string;
  readonly mistakes: readonly Mistake[];
}
