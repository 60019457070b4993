import type { ConsentActivity } from "../policy.ts";
import { schemaLeaves } from "../schemaLeaves.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";
import { sentenceNamesOf } from "./sentenceNamesOf.ts";

/** That every leaf of the schema belongs to an item, and every item is told. */
export function diagnoseItems(activity: ConsentActivity): readonly Diagnostic[] {
  const leaves = schemaLeaves(activity.schema);
  const used = new Set(leaves.map((leaf) => leaf.item));
  const hasList = activity.blocks.some((block) => block.type === "items");
  const told = new Set(activity.blocks.flatMap(sentenceNamesOf));
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
