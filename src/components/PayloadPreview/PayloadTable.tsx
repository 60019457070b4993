"use client";
import { type SyntheticEvent, useState } from "react";
import type { Pointing } from "../../hooks/usePointing.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import type { CardItem, Section } from "../../policy/document.ts";
import { LoadedLater } from "../LoadedLater.tsx";
import { valueTable } from "../parts.ts";

export interface PayloadTableProps {
  readonly pointing: Pointing;
  readonly text: string;
  readonly items: readonly CardItem[];
  readonly section: Section;
  readonly onPointAt: (value: LocatedValue) => void;
}

/** Every value of the payload beside the sentence that tells of it: a `<table>` to open. */
export function PayloadTable(props: PayloadTableProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open);
  };
  const heading = words("table.heading", { heading: props.section.heading });
  return (
    <details className="kt-disclosure" onToggle={onToggle} data-kt="table">
      <summary>{heading}</summary>
      {isOpen && <LoadedLater part={valueTable} props={{ ...props, label: heading }} />}
    </details>
  );
}
