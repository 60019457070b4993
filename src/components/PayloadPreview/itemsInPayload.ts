import type { CardItem } from "../../policy/document.ts";
import type { PayloadContent } from "./types.ts";

/** The items that the bytes on the screen hold values of. */
export function itemsInPayload(
  items: readonly CardItem[],
  content: PayloadContent,
): readonly CardItem[] {
  if (content.status !== "shown" || content.reading.status !== "readable") return [];
  const present = new Set<string | undefined>();
  for (const { item, status } of content.reading.places) {
    if (status !== "absent") present.add(item);
  }
  return items.filter(({ id }) => present.has(id));
}
