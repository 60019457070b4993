import type { ContractRule } from "../../contractRule.ts";
import { crossSite } from "./crossSite.ts";
import { ifMatchNeeded } from "./ifMatchNeeded.ts";
import { payloadMustBeCurrent } from "./payloadMustBeCurrent.ts";
import { permissionNeededToDecide } from "./permissionNeededToDecide.ts";
import { sessionNeededToDecide } from "./sessionNeededToDecide.ts";
import { staleIfMatch } from "./staleIfMatch.ts";
import { textMustBeCurrent } from "./textMustBeCurrent.ts";
import { unknownPurposeToDecide } from "./unknownPurposeToDecide.ts";

/** Decisions that a panel must refuse, and that change nothing. */
export const refusedDecisionsRules: readonly ContractRule[] = [
  crossSite,
  sessionNeededToDecide,
  permissionNeededToDecide,
  unknownPurposeToDecide,
  ifMatchNeeded,
  staleIfMatch,
  textMustBeCurrent,
  payloadMustBeCurrent,
];
