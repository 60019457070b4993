import type { ContractRule } from "../../contractRule.ts";
import { activityWords } from "./activityWords.ts";
import { effectiveNeedsTransport } from "./effectiveNeedsTransport.ts";
import { lastReport } from "./lastReport.ts";
import { nextReport } from "./nextReport.ts";
import { openSends } from "./openSends.ts";
import { transport } from "./transport.ts";

/** What moves by itself: sending, deletions, the transport. */
export const activityRules: readonly ContractRule[] = [
  activityWords,
  effectiveNeedsTransport,
  nextReport,
  lastReport,
  openSends,
  transport,
];
