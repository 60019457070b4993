import { tellsActivity } from "../../faultyPanel/faults.ts";
import type { Mistake } from "../../mistake.ts";

/** What follows from a decision is told wrongly. */
export const activities: readonly Mistake[] = [
  {
    id: "effective-while-withdrawn",
    sentence: "Reports are said to go out after a withdrawal",
    plant: tellsActivity((activity, { decision }) =>
      decision.status === "withdrawn" ? { effective: true } : activity,
    ),
  },
  {
    id: "effective-while-refused",
    sentence: "Reports are said to go out after a refusal",
    plant: tellsActivity((activity, { decision }) =>
      decision.status === "refused" ? { effective: true } : activity,
    ),
  },
  {
    id: "effective-never",
    sentence: "Reports are said not to go out though consent is given",
    plant: tellsActivity(() => ({ effective: false })),
  },
  {
    id: "next-after-withdrawal",
    sentence: "The next report is told after a withdrawal",
    plant: tellsActivity((activity) => ({
      nextAt: activity.nextAt ?? "2027-01-01T00:00:00.000Z",
    })),
  },
  {
    id: "next-unknown",
    sentence: "The next report is not told though it is due",
    plant: tellsActivity(() => ({ nextAt: null })),
  },
  {
    id: "last-sent-unknown",
    sentence: "When a report was sent last is not told",
    plant: tellsActivity(() => ({ lastSentAt: null })),
  },
  {
    id: "suspended-without-why",
    sentence: "Consent is suspended for no reason that the contract has",
    plant: tellsActivity((activity) => ({
      suspended: "paused",
      effective: false,
      lock: activity.lock,
    })),
  },
];
