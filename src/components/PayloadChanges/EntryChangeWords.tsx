"use client";
import { useWords, type Words } from "../../hooks/useWords.ts";
import type { EntryChange } from "../../payload/changesByItem.ts";
import type { PayloadDifference, PlacedLeaf } from "../../payload/differencePayloads.ts";
import type { rawValues } from "../../payload/rawValues.ts";
import { sayField, sayValue } from "../../payload/view/sayValue.ts";
import {
  formatPath,
  formatValue,
  type ItemValue,
  shorten,
} from "../../payload/view/summarize.ts";
import type { CardItem } from "../../policy/document.ts";

export interface EntryChangeWordsProps {
  readonly entry: EntryChange;
  readonly item: CardItem | undefined;
  /** The values as they stood, and as they stand, in the bytes. */
  readonly rawBefore: ReturnType<typeof rawValues>;
  readonly rawAfter: ReturnType<typeof rawValues>;
}

/** What became of one object, such as a service: a sentence, and the bytes of both. */
export function EntryChangeWords({
  entry,
  item,
  rawBefore,
  rawAfter,
}: EntryChangeWordsProps) {
  const words = useWords();
  const rawOf = (leaf: PlacedLeaf, raw: ReturnType<typeof rawValues>) => (
    <code translate="no">
      {`${formatPath(leaf.path)}: ${shorten(raw(leaf.path)?.raw ?? "")}`}
    </code>
  );
  return (
    <li data-change={entry.kind}>
      <strong>{describeEntry(entry, item, words)}</strong>
      {entry.differences.map((difference, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: differences have no identity
        <span key={index} className="kt-difference__bytes">
          {difference.kind !== "added" && (
            <del>{rawOf(difference.before, rawBefore)}</del>
          )}
          {difference.kind !== "removed" && (
            <ins>{rawOf(difference.after, rawAfter)}</ins>
          )}
        </span>
      ))}
    </li>
  );
}

function describeEntry(
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
