"use client";
import { describeEntryChange } from "../../describe/describeEntryChange.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { EntryChange } from "../../payload/changesByItem.ts";
import type { PlacedLeaf } from "../../payload/diffPayloads.ts";
import type { rawValues } from "../../payload/rawValues.ts";
import { formatPath, shorten } from "../../payload/view/groupByItem.ts";
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
      <strong>{describeEntryChange(entry, item, words)}</strong>
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
