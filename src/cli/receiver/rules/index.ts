import type { WireRule } from "../wireRule.ts";
import { arrivalRules } from "./arrivals.ts";
import { certificateRules } from "./certificates.ts";
import { erasureRules } from "./erasures.ts";
import { failureRules } from "./failures.ts";
import { openSendRules } from "./openSends.ts";
import { refusalRules } from "./refusals.ts";
import { reportRules } from "./reports.ts";
import { uuidRules } from "./uuids.ts";
import { logRules } from "./wholeLog.ts";

/** Every rule about what travels. What looks at the whole run comes last. */
export const wireRules: readonly WireRule[] = [
  ...reportRules,
  ...failureRules,
  ...refusalRules,
  ...openSendRules,
  ...erasureRules,
  ...certificateRules,
  ...arrivalRules,
  ...logRules,
  ...uuidRules,
];
