import type { ContractPromise } from "./contractPromise.ts";
import { bodyPromises } from "./writing/bodies.ts";
import { decisionPromises } from "./writing/decisions.ts";
import { pseudonymPromises } from "./writing/pseudonyms.ts";
import { recordPromises } from "./writing/records.ts";
import { refusedWrites } from "./writing/refusedWrites.ts";
import { withdrawalPromises } from "./writing/withdrawals.ts";

/** What can be checked by deciding alone. In this order a refusal is met while undecided. */
export const writingPromises: readonly ContractPromise[] = [
  ...refusedWrites,
  ...bodyPromises,
  ...decisionPromises,
  ...pseudonymPromises,
  ...recordPromises,
  ...withdrawalPromises,
];
