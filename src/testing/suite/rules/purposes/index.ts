import type { ContractRule } from "../../contractRule.ts";
import { decisionAlone } from "./decisionAlone.ts";
import { decisionDemonstrable } from "./decisionDemonstrable.ts";
import { decisionTag } from "./decisionTag.ts";
import { effectiveOnlyWhenGranted } from "./effectiveOnlyWhenGranted.ts";
import { purposesWhole } from "./purposesWhole.ts";
import { readingChangesNothing } from "./readingChangesNothing.ts";
import { readOnlyViewer } from "./readOnlyViewer.ts";

/** What `GET /purposes` and `GET …/decision` tell, and that reading changes nothing. */
export const purposesRules: readonly ContractRule[] = [
  purposesWhole,
  decisionAlone,
  decisionTag,
  decisionDemonstrable,
  effectiveOnlyWhenGranted,
  readingChangesNothing,
  readOnlyViewer,
];
