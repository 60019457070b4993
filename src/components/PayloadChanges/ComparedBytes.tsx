"use client";
import { useMemo } from "react";
import type { Highlight } from "../../hooks/useHighlight.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ItemChange } from "../../payload/changesByItem.ts";
import {
  type Comparison,
  comparePayloads,
  type ReadBySchema,
} from "../../payload/comparePayloads.ts";
import { type LocatedValue, valueAt } from "../../payload/locateValues.ts";
import { rawValues } from "../../payload/rawValues.ts";
import type { CardItem } from "../../policy/document.ts";
import { Heading } from "../Heading.tsx";
import { EntryChangeWords } from "./EntryChangeWords.tsx";

export interface ComparedBytesProps {
  readonly title: string;
  readonly before: ReadBySchema;
  /** The bytes on the screen. */
  readonly after: ReadBySchema;
  readonly items: readonly CardItem[];
  /** Of the bytes on the screen, in which what changed can be marked. */
  readonly highlight: Pick<Highlight, "values" | "changed" | "markChanged">;
  readonly headingLevel: number;
}

/** What two payloads hold otherwise, by item, in words and in the bytes of both. */
export function ComparedBytes({
  title,
  before,
  after,
  items,
  highlight,
  headingLevel,
}: ComparedBytesProps) {
  const words = useWords();
  const id = usePageId();
  const comparison = useMemo(() => comparePayloads(before, after), [before, after]);

  return (
    <section className="kt-difference" aria-labelledby={id} data-kt="comparison">
      <Heading level={headingLevel} id={id}>
        {title}
      </Heading>
      {comparison.kind === "changed" ? (
        <Changes {...{ comparison, items, highlight }} />
      ) : (
        <p>{words(`changes.${comparison.kind}`)}</p>
      )}
    </section>
  );
}

/** More is no help to a reader, and stands in the bytes. */
const maxEntries = 50;

interface ChangesProps extends Pick<ComparedBytesProps, "items" | "highlight"> {
  readonly comparison: Extract<Comparison, { kind: "changed" }>;
}

function Changes({ comparison, items, highlight }: ChangesProps) {
  const words = useWords();
  const { changes, before, after } = comparison;
  const rawBefore = useMemo(() => rawValues(before), [before]);
  const rawAfter = useMemo(() => rawValues(after), [after]);
  const starts = useMemo(
    () => changedStarts(changes, rawAfter, highlight.values()),
    [changes, rawAfter, highlight.values],
  );
  const isMarked = starts.size > 0 && highlight.changed === starts;

  return (
    <>
      <dl className="kt-rows">
        {changes.map(({ item: id, entries }) => {
          const item = items.find((one) => one.id === id);
          const counts = (["added", "removed", "changed"] as const).flatMap((kind) => {
            const count = entries.filter((entry) => entry.kind === kind).length;
            return count > 0 ? [words(`changes.count.${kind}`, { count })] : [];
          });
          return (
            <div key={id ?? ""} className="kt-rows__row">
              <dt>{item?.label ?? words("changes.noItem")}</dt>
              <dd>
                {entries.length > 1 && <p>{counts.join(", ")}</p>}
                <ul className="kt-difference__list">
                  {entries.slice(0, maxEntries).map((entry, index) => (
                    <EntryChangeWords
                      // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity
                      key={index}
                      {...{ entry, item, rawBefore, rawAfter }}
                    />
                  ))}
                </ul>
                {entries.length > maxEntries && (
                  <p>{words("changes.more", { count: entries.length - maxEntries })}</p>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {starts.size > 0 && (
        <div className="kt-tools">
          <button
            type="button"
            className="kt-button"
            aria-pressed={isMarked}
            onClick={() => highlight.markChanged(isMarked ? new Set() : starts)}
          >
            {words("changes.mark")}
          </button>
        </div>
      )}
    </>
  );
}

/** Where the values begin, in the bytes on the screen, that were not so before. */
function changedStarts(
  changes: readonly ItemChange[],
  rawAfter: ReturnType<typeof rawValues>,
  values: readonly LocatedValue[],
): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { entries } of changes) {
    for (const difference of entries.flatMap(({ differences }) => differences)) {
      if (difference.kind === "removed") continue;
      const raw = rawAfter(difference.after.path);
      const value = raw && valueAt(values, raw.start);
      if (value) starts.add(value.start);
    }
  }
  return starts;
}
