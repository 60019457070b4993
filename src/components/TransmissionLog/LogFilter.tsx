"use client";
import { type RefObject, useRef } from "react";
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
      <FilterField
        selectRef={first}
        id={`${id}-outcome`}
        name={words("log.column.outcome")}
        options={outcomeFilters}
        value={filter.outcome}
        wordOf={(one) => words(`log.filter.outcome.${one}`)}
        onChange={(outcome) => onChange({ ...filter, outcome })}
      />
      <FilterField
        id={`${id}-kind`}
        name={words("log.column.what")}
        options={kindFilters}
        value={filter.kind}
        wordOf={(one) => words(`log.filter.kind.${one}`)}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
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

interface FilterFieldProps<Option extends string> {
  readonly selectRef?: RefObject<HTMLSelectElement | null>;
  readonly id: string;
  readonly name: string;
  /** The first is what is chosen where nothing is. */
  readonly options: readonly [Option, ...Option[]];
  readonly value: Option;
  readonly wordOf: (option: Option) => string;
  readonly onChange: (option: Option) => void;
}

function FilterField<Option extends string>({
  selectRef,
  id,
  name,
  options,
  value,
  wordOf,
  onChange,
}: FilterFieldProps<Option>) {
  return (
    <label className="kt-filter__field" htmlFor={id}>
      <span>{name}</span>
      <select
        ref={selectRef}
        id={id}
        className="kt-filter__select"
        value={value}
        onChange={({ target }) =>
          onChange(options.find((one) => one === target.value) ?? options[0])
        }
      >
        {options.map((one) => (
          <option key={one} value={one}>
            {wordOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
