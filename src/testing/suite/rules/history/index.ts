import type { ContractRule } from "../../contractRule.ts";
import { historyBytes } from "./historyBytes.ts";
import { historyPages } from "./historyPages.ts";
import { historyUnknownEntry } from "./historyUnknownEntry.ts";
import { logBytes } from "./logBytes.ts";
import { logPages } from "./logPages.ts";
import { pagesWhole } from "./pagesWhole.ts";

/** The history and the log: their pages, and the bytes that they keep. */
export const historyRules: readonly ContractRule[] = [
  pagesWhole,
  historyPages,
  historyBytes,
  historyUnknownEntry,
  logPages,
  logBytes,
];
