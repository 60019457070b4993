import type { ContractRule } from "../../contractRule.ts";
import { answersStand } from "./answersStand.ts";
import { badCursors } from "./badCursors.ts";
import { headEverywhere } from "./headEverywhere.ts";
import { headersEverywhere } from "./headersEverywhere.ts";
import { hosts } from "./hosts.ts";
import { noCors } from "./noCors.ts";
import { notFoundEverywhere } from "./notFoundEverywhere.ts";
import { queriesIgnored } from "./queriesIgnored.ts";
import { tagsEverywhere } from "./tagsEverywhere.ts";

/** What holds for every address that is read. */
export const everyAddressRules: readonly ContractRule[] = [
  tagsEverywhere,
  headEverywhere,
  headersEverywhere,
  queriesIgnored,
  answersStand,
  notFoundEverywhere,
  badCursors,
  noCors,
  hosts,
];
