import { consentActivities, type Policy } from "../policy.ts";
import { diagnoseIds } from "./diagnoseIds.ts";
import { diagnoseItems } from "./diagnoseItems.ts";
import { diagnoseSample } from "./diagnoseSample.ts";
import { diagnoseSettings } from "./diagnoseSettings.ts";
import { diagnoseSummary } from "./diagnoseSummary.ts";
import { diagnoseTexts } from "./diagnoseTexts.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";

/** Checks that a policy tells what its schemas collect, and says what it leaves open. */
export function diagnosePolicy(policy: Policy): readonly Diagnostic[] {
  return [
    ...diagnoseDate(policy),
    ...diagnoseIds(policy),
    ...consentActivities(policy).flatMap(diagnoseItems),
    ...consentActivities(policy).flatMap(diagnoseSample),
    ...policy.activities.flatMap(diagnoseSummary),
    ...diagnoseTexts(policy),
    ...diagnoseSettings(policy),
  ];
}

function diagnoseDate({ revision }: Policy): readonly Diagnostic[] {
  const day = new Date(revision.date);
  const isDay =
    !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === revision.date;
  return isDay ? [] : [diagnostic("revision-date-invalid", revision.date)];
}
