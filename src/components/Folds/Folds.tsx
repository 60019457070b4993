"use client";
import { Fragment, type ReactNode, useState } from "react";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import { Icon } from "../Icon/Icon.tsx";

export interface Fold {
  /** Names it within its row. */
  readonly id: string;
  readonly label: string;
  /** What it holds; made when it is first opened. */
  readonly content: (isOpen: boolean) => ReactNode;
  /** Whether it is in the page from the start, and on paper though it is folded. */
  readonly isPrinted?: boolean;
}

export interface FoldsProps {
  /** What the folds are of, for their accessible names. */
  readonly heading: string;
  readonly folds: readonly Fold[];
}

/**
 * What can be unfolded, side by side where there is room: a row of buttons, each with its
 * panel behind it (WAI-ARIA disclosure). A panel has the whole width, and opens below the row.
 */
export function Folds({ heading, folds }: FoldsProps) {
  const words = useWords();
  const id = usePageId();
  const [states, setStates] = useState<Readonly<Record<string, boolean>>>({});
  return (
    <div className="kt-folds" data-count={folds.length}>
      {folds.map((fold) => {
        const isOpen = states[fold.id] ?? false;
        const wasOpened = states[fold.id] !== undefined;
        return (
          <Fragment key={fold.id}>
            <button
              type="button"
              className="kt-fold"
              aria-expanded={isOpen}
              aria-controls={`${id}-${fold.id}`}
              onClick={() => setStates({ ...states, [fold.id]: !isOpen })}
            >
              <Icon name="chevron" />
              <span>
                <span>{fold.label}</span>
                <span className="kt-hidden">{words("fold.of", { heading })}</span>
              </span>
            </button>
            <div
              id={`${id}-${fold.id}`}
              className="kt-fold__panel"
              data-kt={fold.id}
              data-open={isOpen || undefined}
              data-printed={fold.isPrinted}
            >
              {(wasOpened || fold.isPrinted) && fold.content(isOpen)}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}
