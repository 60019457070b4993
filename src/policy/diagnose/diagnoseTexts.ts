import { type Language, languages } from "../language.ts";
import type { Activity, Policy, PolicyTexts } from "../policy.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";
import { sentenceNamesOf } from "./sentenceNamesOf.ts";

type Path = readonly string[];

/** That every text is there in every language, and has no place that nothing fills. */
export function diagnoseTexts(policy: Policy): readonly Diagnostic[] {
  const required = requiredTexts(policy);
  return languages.flatMap((language) => {
    const texts = policy.texts[language];
    return [
      ...required
        .filter((path) => !isText(valueAt(texts, path)))
        .map((path) => diagnostic("text-missing", subject(language, path))),
      ...stringsOf(texts).flatMap(([path, text]) => {
        const known = placesOf(path);
        return [...text.matchAll(/\{\{([^}]*)\}\}/g)]
          .filter(([, name = ""]) => !known.includes(name))
          .map(([place]) =>
            diagnostic("place-unknown", `${subject(language, path)}: ${place}`),
          );
      }),
      ...diagnoseStatus(texts, language),
    ];
  });
}

/** The day is shown where its place is, so there must be one. */
function diagnoseStatus(
  { status }: PolicyTexts,
  language: Language,
): readonly Diagnostic[] {
  return isText(status.sentence) && status.sentence.split("{{date}}").length !== 2
    ? [diagnostic("date-not-told", subject(language, ["status", "sentence"]))]
    : [];
}

const rowNames = [
  "recipient",
  "items",
  "identification",
  "frequency",
  "voluntary",
  "withdrawal",
  "purpose",
  "retention",
  "controller",
  "contact",
  "authority",
  "logRetention",
] as const satisfies readonly (keyof PolicyTexts["rows"])[];

const cardTexts = [
  "label",
  "recipient",
  "identification",
  "frequency",
  "voluntary",
  "withdrawal",
];

function requiredTexts(policy: Policy): readonly Path[] {
  const month = Number(policy.revision.date.split("-")[1]) - 1;
  return [
    ["title"],
    ["status", "heading"],
    ["status", "sentence"],
    ["day", "format"],
    ...(month >= 0 && month < 12 ? [["day", "months", String(month)]] : []),
    ...rowNames.map((row) => ["rows", row]),
    ...policy.general.flatMap(sentenceNamesOf).map((id) => ["general", id]),
    ...policy.activities.flatMap((activity) =>
      textsOfActivity(activity).map((path) => ["activities", activity.id, ...path]),
    ),
    ...(policy.sections ?? []).flatMap(({ id, blocks }) =>
      [
        ["heading"],
        ...blocks.flatMap(sentenceNamesOf).map((name) => ["sentences", name]),
      ].map((path) => ["sections", id, ...path]),
    ),
  ];
}

function textsOfActivity(activity: Activity): readonly Path[] {
  const sentences = activity.blocks.flatMap(sentenceNamesOf);
  if (activity.basis === "contract") {
    return [["heading"], ...sentences.map((id) => ["sentences", id])];
  }
  const { exclusions, receiverAdds = exclusions, items } = activity;
  return [
    ["heading"],
    ...[...new Set([...sentences, exclusions, receiverAdds])].map((id) => [
      "sentences",
      id,
    ]),
    ...Object.entries(items).flatMap(([id, { told }]) =>
      told === "list"
        ? [
            ["items", id, "label"],
            ["items", id, "bullet"],
          ]
        : [["items", id, "label"]],
    ),
    ...cardTexts.map((row) => ["card", row]),
  ];
}

/** The places that are filled in the text at this path. */
function placesOf([first, second, ...rest]: Path): readonly string[] {
  if (first === "status" && second === "sentence") return ["date"];
  if (first === "day") return second === "format" ? ["day", "month", "year"] : [];
  if (first === "rows" || rest.includes("fields")) return [];
  return ["product", "vendor"];
}

function subject(language: Language, path: Path): string {
  return [language, ...path].join(".");
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function stringsOf(tree: unknown, path: Path = []): readonly (readonly [Path, string])[] {
  if (typeof tree === "string") return [[path, tree]];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, child]) => stringsOf(child, [...path, key]));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? Reflect.get(at, key)
        : undefined,
    value,
  );
}
