import { buildReceipt, type Receipt, receiptEvent } from "../../src/contract/index.ts";
import { digestPath } from "../../src/payload/index.ts";
import { findRevision, type Policy } from "../../src/policy/index.ts";
import type { DecisionLog } from "./decisionLog.ts";
import type { PolicyTexts } from "./policyTexts.ts";
import { ProblemError } from "./problemError.ts";

/** Makes the receipt of a log entry anew each time: the log has all that it tells. */
export function findReceipt(
  id: string,
  decisionLog: DecisionLog,
  policyTexts: PolicyTexts,
  policy: Policy,
): Receipt {
  const { entry, ended } = decisionLog.find(id);
  if (!receiptEvent(entry.event)) throw new ProblemError("not-found");
  const { revision, textDigest } = ended ?? entry;
  return buildReceipt({
    record: entry,
    ended,
    policy: (revision !== null && findRevision(policy, revision)) || policy,
    text: textDigest === null ? undefined : policyTexts.find(digestPath(textDigest)),
  });
}
