"use client";
import { useRef } from "react";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import {
  type EntryFilter,
  everyEntry,
  kindFilters,
  outcomeFilters,
} from "./filterEntries.ts";

export interface LogFilterProps {
  readonly heading: string;
  readonly filter: EntryFilter;
  /** How many entries were read, and how many of them are shown. */
  readonly count: number;
  readonly shown: number;
  /** Whether all entries were read. */
  readonly isWhole: boolean;
  readonly onChange: (filter: EntryFilter) => void;
}

/** Which entries of a long log are shown, and of how many: two `<select>`s in a group. */
export function LogFilter({
  heading,
  filter,
  count,
  shown,
  isWhole,
  onChange,
}: LogFilterProps) {
  const words = useWords();
  const id = usePageId();
  const first = useRef<HTMLSelectElement>(null);
  const counted = words("log.filter.shown", { count, shown });
  useAnnounceChange(`${filter.outcome} ${filter.kind}`, counted);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box with a gap in it
    <div
      className="kt-filter"
      role="group"
      aria-label={words("log.filter.label", { heading })}
    >
      <label className="kt-filter__field" htmlFor={`${id}-outcome`}>
        <span>{words("log.column.outcome")}</span>
        <select
          ref={first}
          id={`${id}-outcome`}
          className="kt-filter__select"
          value={filter.outcome}
          onChange={({ target }) => {
            const outcome = outcomeFilters.find((one) => one === target.value);
            onChange({ ...filter, outcome: outcome ?? "all" });
          }}
        >
          {outcomeFilters.map((one) => (
            <option key={one} value={one}>
              {words(`log.filter.outcome.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="kt-filter__field" htmlFor={`${id}-kind`}>
        <span>{words("log.column.what")}</span>
        <select
          id={`${id}-kind`}
          className="kt-filter__select"
          value={filter.kind}
          onChange={({ target }) => {
            const kind = kindFilters.find((one) => one === target.value);
            onChange({ ...filter, kind: kind ?? "all" });
          }}
        >
          {kindFilters.map((one) => (
            <option key={one} value={one}>
              {words(`log.filter.kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="kt-filter__count">
        <span>{counted}</span>
        {!isWhole && (
          <>
            <span> </span>
            <span>{words("log.filter.older")}</span>
          </>
        )}
      </p>
      {shown === 0 && (
        <div className="kt-filter__none">
          <p>{words("log.filter.none")}</p>
          <button
            type="button"
            className="kt-button"
            onClick={() => {
              onChange(everyEntry);
              first.current?.focus();
            }}
          >
            {words("log.filter.reset")}
          </button>
        </div>
      )}
    </div>
  );
}
