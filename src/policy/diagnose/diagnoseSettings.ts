import { consentActivities, type Policy } from "../policy.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";

/** What only the vendor knows, and has not stated. */
export function diagnoseSettings(policy: Policy): readonly Diagnostic[] {
  const { settings } = policy;
  const perPurpose = consentActivities(policy).flatMap(({ id }) => [
    ...(settings.purpose?.[id] ? [] : [diagnostic("purpose-missing", id)]),
    ...(settings.retention?.[id] ? [] : [diagnostic("retention-missing", id)]),
  ]);
  return [
    ...perPurpose,
    ...(settings.controller ? [] : [diagnostic("controller-missing", "settings")]),
    ...(settings.contact ? [] : [diagnostic("contact-missing", "settings")]),
    ...(settings.authority ? [] : [diagnostic("authority-missing", "settings")]),
    ...(settings.logRetention ? [] : [diagnostic("log-retention-missing", "settings")]),
  ];
}
