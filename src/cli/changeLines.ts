import { describeEntryChange } from "../describe/describeEntryChange.ts";
import type { Comparison } from "../payload/comparePayloads.ts";
import type { CardItem } from "../policy/index.ts";
import type { Speech } from "./purposeLines.ts";

/** What two payloads hold otherwise, by item, each entry in a line. */
export function changeLines(
  comparison: Comparison,
  items: readonly CardItem[],
  { words }: Pick<Speech, "words">,
): readonly string[] {
  if (comparison.kind !== "changed") return [`  ${words(`changes.${comparison.kind}`)}`];
  return comparison.changes.flatMap(({ item: id, entries }) => {
    const item = items.find((one) => one.id === id);
    const lines = entries.map(
      (entry) => `    ${describeEntryChange(entry, item, words)}`,
    );
    return [`  ${item?.label ?? words("changes.noItem")}`, ...lines];
  });
}
