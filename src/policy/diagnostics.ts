import { languages } from "./language.ts";
import type { Activity, BlockDefinition, ConsentActivity, Policy } from "./policy.ts";
import { consentActivities } from "./policy.ts";
import { schemaLeaves } from "./schemaLeaves.ts";

/**
 * Everything that can be said against a policy. An *error* makes it unusable, for the
 * page would say less than what is collected; a *notice* is a row that is left out.
 */
export const diagnosticLevels = {
  "leaf-without-item": "error",
  "open-object": "error",
  "unsupported-schema": "error",
  "item-not-declared": "error",
  "item-not-used": "error",
  "item-not-told": "error",
  "text-missing": "error",
  "revision-date-invalid": "error",
  "purpose-missing": "notice",
  "retention-missing": "notice",
  "controller-missing": "notice",
  "contact-missing": "notice",
  "authority-missing": "notice",
  "log-retention-missing": "notice",
} as const;

export type DiagnosticCode = keyof typeof diagnosticLevels;

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly level: "error" | "notice";
  /** What it is about, as a path into the definition. */
  readonly subject: string;
}

/** Checks that a policy tells what its schemas collect, and says what it leaves open. */
export function diagnosePolicy(policy: Policy): readonly Diagnostic[] {
  return [
    ...diagnoseDate(policy),
    ...consentActivities(policy).flatMap(diagnoseItems),
    ...diagnoseTexts(policy),
    ...diagnoseSettings(policy),
  ];
}

function diagnostic(code: DiagnosticCode, subject: string): Diagnostic {
  return { code, level: diagnosticLevels[code], subject };
}

function diagnoseDate({ revision }: Policy): readonly Diagnostic[] {
  const day = new Date(revision.date);
  const isDay =
    !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === revision.date;
  return isDay ? [] : [diagnostic("revision-date-invalid", revision.date)];
}

function diagnoseItems(activity: ConsentActivity): readonly Diagnostic[] {
  const leaves = schemaLeaves(activity.schema);
  const used = new Set(leaves.map((leaf) => leaf.item));
  const hasList = activity.blocks.some((block) => block.type === "items");
  const told = new Set(activity.blocks.flatMap(sentencesOf));
  return [
    ...leaves.flatMap(({ path, item, problem }) => {
      const subject = [activity.id, ...path].join(".");
      if (problem) return [diagnostic(problem, subject)];
      if (item === undefined) return [diagnostic("leaf-without-item", subject)];
      return Object.hasOwn(activity.items, item)
        ? []
        : [diagnostic("item-not-declared", `${subject}: ${item}`)];
    }),
    ...Object.entries(activity.items).flatMap(([id, place]) => [
      ...(used.has(id) ? [] : [diagnostic("item-not-used", `${activity.id}.${id}`)]),
      ...((place.told === "list" ? hasList : told.has(place.sentence))
        ? []
        : [diagnostic("item-not-told", `${activity.id}.${id}`)]),
    ]),
  ];
}

/** The names of the sentences that a block tells. */
export function sentencesOf(block: BlockDefinition): readonly string[] {
  return block.type === "paragraph" ? block.sentences : [block.introduction];
}

function requiredTexts(activity: Activity): readonly string[][] {
  const sentences = activity.blocks.flatMap(sentencesOf);
  if (activity.basis === "contract") {
    return [["heading"], ...sentences.map((id) => ["sentences", id])];
  }
  return [
    ["heading"],
    ...[
      ...new Set([
        ...sentences,
        activity.exclusions,
        activity.receiverAdds ?? activity.exclusions,
      ]),
    ].map((id) => ["sentences", id]),
    ...Object.entries(activity.items).flatMap(([id, { told }]) =>
      told === "list"
        ? [
            ["items", id, "label"],
            ["items", id, "bullet"],
          ]
        : [["items", id, "label"]],
    ),
    ...[
      "label",
      "recipient",
      "identification",
      "frequency",
      "voluntary",
      "withdrawal",
    ].map((row) => ["card", row]),
  ];
}

function diagnoseTexts(policy: Policy): readonly Diagnostic[] {
  const paths = [
    ...policy.general.flatMap(sentencesOf).map((id) => ["general", id]),
    ...policy.activities.flatMap((activity) =>
      requiredTexts(activity).map((path) => ["activities", activity.id, ...path]),
    ),
  ];
  return languages.flatMap((language) =>
    paths
      .filter((path) => !isText(valueAt(policy.texts[language], path)))
      .map((path) => diagnostic("text-missing", [language, ...path].join("."))),
  );
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? Reflect.get(at, key)
        : undefined,
    value,
  );
}

function diagnoseSettings(policy: Policy): readonly Diagnostic[] {
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
