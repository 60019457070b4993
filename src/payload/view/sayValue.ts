import type { CardItem } from "../../policy/document.ts";
import { formatValue, type ItemValue, sayNull } from "./groupByItem.ts";
import type { ViewWords } from "./viewWords.ts";

/** A value in words: its name beside it where it has one, such as that of a signal. */
export function sayValue(
  { key, value }: ItemValue,
  item: CardItem | undefined,
  words: ViewWords,
): string {
  if (value === null) return words(sayNull(key));
  if (value === "") return words("payload.empty");
  if (Array.isArray(value) && value.length === 0) return words("payload.none");
  const name = item?.names[key]?.[String(value)];
  return name === undefined ? formatValue(value) : `${formatValue(value)} – ${name}`;
}

/** The same under the label of its field, where the item names its fields. */
export function sayField(
  value: ItemValue,
  item: CardItem | undefined,
  words: ViewWords,
): string {
  const label = item?.fields[value.key];
  const said = sayValue(value, item, words);
  return label === undefined ? said : `${label}: ${said}`;
}
