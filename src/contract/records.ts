import { decisionRecord } from "./decisionRecord.ts";
import { logPage } from "./logPage.ts";
import { pageOf } from "./pageOf.ts";
import { receipt } from "./receipt.ts";
import { transmission } from "./transmission.ts";

/** What a panel keeps of the past. It is the same for every policy. */
export const records = {
  decisions: pageOf(decisionRecord),
  transmissions: pageOf(transmission),
  receipt,
  log: logPage,
};
