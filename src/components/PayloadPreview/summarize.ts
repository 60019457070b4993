import type { Path, Place } from "../../payload/explainPayload.ts";
import type { Json } from "../../payload/serializePayload.ts";

export interface ItemValue {
  /** The key under which the value stands in its object. */
  readonly key: string;
  readonly value: Json;
}

/** What a payload says of one item: an entry for each thing that it lists. */
export interface ItemSummary {
  readonly item: string;
  readonly entries: readonly (readonly ItemValue[])[];
}

/**
 * Groups the disclosed values of a payload by item, and within it by the object that they
 * stand in, so that a name and its version make one entry.
 */
export function summarize(
  places: readonly Place[],
  items: readonly string[],
): readonly ItemSummary[] {
  return items.map((item) => {
    const own = places.filter(
      (place) => place.item === item && place.value !== undefined,
    );
    const byObject = Map.groupBy(own, ({ path }) => JSON.stringify(path.slice(0, -1)));
    return {
      item,
      entries: [...byObject.values()].map((group) =>
        group.map(({ path, value }) => ({
          key: String(path.at(-1)),
          value: value ?? null,
        })),
      ),
    };
  });
}

/** A place's path as a reader of JSON writes it, such as `services[0].name`. */
export function formatPath(path: Path): string {
  return path
    .map((key, index) =>
      typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`,
    )
    .join("");
}
