import {
  transmissionKinds,
  transmissionOutcomes,
} from "../../../../contract/transmission.ts";
import { stateRule } from "../../defineRules.ts";

export const attemptMembers = stateRule(
  {
    id: "attempt-members",
    title: "What an attempt tells fits its outcome",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Tell status and signature once it has ended, nextAttemptAt only if it is tried again.",
    occasion: "an attempt in the log: set up a vendor, or use --receive",
  },
  ({ log: { exchange, value } }, expect) => {
    for (const one of value?.entries ?? []) {
      const { kind, outcome, status, nextAttemptAt, signature } = one;
      const isKnown =
        transmissionKinds.some((word) => word === kind) &&
        transmissionOutcomes.some((word) => word === outcome);
      expect(exchange, isKnown, "A kind and an outcome of the contract.");
      const isTaken = status !== null && status >= 200 && status < 300;
      const fits =
        (outcome !== "accepted" ||
          (isTaken && nextAttemptAt === null && signature !== null)) &&
        (outcome !== "pending" || (status === null && signature === null));
      expect(exchange, fits, `Members that fit ${outcome}: ${JSON.stringify(one)}.`);
      expect(exchange, one.body !== "none", "A body that is kept or deleted.");
      expect(exchange, new URL(one.url).protocol === "https:", "An attempt over https.");
    }
  },
);
