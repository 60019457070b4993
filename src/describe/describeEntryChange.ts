import type { Words } from "../i18n/words.ts";
import type { EntryChange } from "../payload/changesByItem.ts";
import type { PayloadDifference, PlacedLeaf } from "../payload/diffPayloads.ts";
import { formatValue, type ItemValue } from "../payload/view/groupByItem.ts";
import { sayField, sayValue } from "../payload/view/sayValue.ts";
import type { CardItem } from "../policy/document.ts";

/** What became of one object of a payload, such as a service, in a line. */
export function describeEntryChange(
  { kind, name, differences }: EntryChange,
  item: CardItem | undefined,
  words: Words,
): string {
  if (kind !== "changed") {
    const values = differences.map((one) =>
      sayField(itemValue(one.kind === "removed" ? one.before : one.after), item, words),
    );
    return words(`changes.${kind}`, { entry: values.join(" ") });
  }
  const changes = differences.map((one) => describeLeaf(one, item, words)).join(", ");
  const isRenamed = differences.some((one) => keyOf(one) === "name");
  return name === undefined || isRenamed ? changes : `${formatValue(name)}: ${changes}`;
}

function keyOf(difference: PayloadDifference): unknown {
  const { path } = difference.kind === "removed" ? difference.before : difference.after;
  return path.at(-1);
}

function describeLeaf(
  difference: PayloadDifference,
  item: CardItem | undefined,
  words: Words,
): string {
  switch (difference.kind) {
    case "added":
      return words("changes.added", {
        entry: sayField(itemValue(difference.after), item, words),
      });
    case "removed":
      return words("changes.removed", {
        entry: sayField(itemValue(difference.before), item, words),
      });
    case "changed":
      return words("changes.changed", {
        before: sayField(itemValue(difference.before), item, words),
        after: sayValue(itemValue(difference.after), item, words),
      });
  }
}

function itemValue({ path, value }: PlacedLeaf): ItemValue {
  return { key: String(path.at(-1)), value };
}
