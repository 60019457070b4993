"use client";
import { useMemo } from "react";
import { useWords } from "../../hooks/useWords.ts";
import type { Place } from "../../payload/explainPayload.ts";
import type { CardItem } from "../../policy/document.ts";
import { ShowInBytes } from "./ShowInBytes.tsx";
import { sayField } from "./sayValue.ts";
import { type ItemValue, summarize } from "./summarize.ts";

export interface PayloadSummaryProps {
  readonly places: readonly Place[];
  /** The item's ids and names in the order of the policy. */
  readonly items: readonly CardItem[];
  /** Shows the values of an item in the bytes. */
  readonly onShowItem: (item: string) => void;
}

/** More entries of one item are not read, and take long to lay out. */
const mostEntries = 100;

/** What the bytes say, by disclosed item: a `<dl>` made from the very bytes. */
export function PayloadSummary({ places, items, onShowItem }: PayloadSummaryProps) {
  const words = useWords();
  const summaries = useMemo(
    () =>
      summarize(
        places,
        items.map(({ id }) => id),
      ),
    [places, items],
  );
  const missing = new Set(
    places.filter(({ status }) => status === "absent").map(({ item }) => item),
  );
  const say = (values: readonly ItemValue[], item: CardItem) =>
    values
      .map((value) => sayField(value, item, words))
      .join(values.some(({ key }) => item.fields[key] !== undefined) ? ", " : " ");

  return (
    <dl className="kt-rows kt-summary">
      {items.map((item, index) => {
        const { id, label } = item;
        const entries = summaries[index]?.entries ?? [];
        return (
          <div key={id} className="kt-rows__row">
            <dt>{label}</dt>
            <dd>
              {entries.length > 1 && (
                <div className="kt-summary__count">
                  {words("payload.count", { count: entries.length })}
                </div>
              )}
              {entries.length === 0 && (
                <span>
                  {words(missing.has(id) ? "payload.absent" : "payload.notIncluded")}
                </span>
              )}
              {entries.length > 0 && (
                <ul className="kt-summary__entries" translate="no">
                  {entries.slice(0, mostEntries).map((values, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity
                    <li key={at}>{say(values, item)}</li>
                  ))}
                </ul>
              )}
              {entries.length > mostEntries && (
                <span>
                  {words("payload.moreEntries", { count: entries.length - mostEntries })}
                </span>
              )}
              {entries.length > 0 && (
                <ShowInBytes label={label} onShow={() => onShowItem(id)} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
