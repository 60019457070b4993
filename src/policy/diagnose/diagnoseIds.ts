import type { Activity, Policy } from "../policy.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";
import { sentenceNamesOf } from "./sentenceNamesOf.ts";

/** The names that a policy gives to its parts; together with their scope they are anchors. */
interface Scope {
  readonly id: string;
  readonly names: readonly string[];
}

/** What stands on a page besides the policy, under these anchors. */
const pageParts = ["issued", "summary", "contents", "older"];

/** That the names of a policy can be anchors, and that no anchor names two things. */
export function diagnoseIds(policy: Policy): readonly Diagnostic[] {
  const { activities, general, sections = [], revision } = policy;
  const scopes: readonly Scope[] = [
    {
      id: "general",
      names: ["controller", "contact", "authority", "logRetention"].concat(
        general.flatMap(sentenceNamesOf),
      ),
    },
    { id: "status", names: [] },
    ...pageParts.map((id) => ({ id, names: [] })),
    ...activities.map((activity) => ({ id: activity.id, names: namesOf(activity) })),
    ...sections.map(({ id, blocks }) => ({ id, names: blocks.flatMap(sentenceNamesOf) })),
  ];
  const anchors = scopes.flatMap(({ id, names }) => [
    { name: id, anchor: id },
    ...names.map((name) => ({ name, anchor: `${id}.${name}` })),
  ]);
  return [
    ...(/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(revision.id)
      ? []
      : [diagnostic("id-invalid", `revision.${revision.id}`)]),
    ...anchors
      .filter(({ name }) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name))
      .map(({ anchor }) => diagnostic("id-invalid", anchor)),
    ...repeated(anchors.map(({ anchor }) => anchor)).map((anchor) =>
      diagnostic("id-taken", anchor),
    ),
  ];
}

function namesOf(activity: Activity): readonly string[] {
  const sentences = activity.blocks.flatMap(sentenceNamesOf);
  const taken = ["purpose", "retention"];
  if (activity.basis === "contract") return [...taken, ...sentences];
  const bullets = Object.entries(activity.items)
    .filter(([, { told }]) => told === "list")
    .map(([id]) => id);
  return [...taken, "card", ...sentences, ...bullets];
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
