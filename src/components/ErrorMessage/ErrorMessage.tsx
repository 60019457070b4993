"use client";
import type { ReactNode } from "react";
import { ForeignAnswer, type KlartextError, PanelProblem } from "../../client/errors.ts";
import { describeError } from "../../describe/describeError.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface ErrorMessageProps {
  readonly error: KlartextError;
  /** What goes on, or can be done, because of it. */
  readonly children?: ReactNode;
}

/** What went wrong and what to do next, in the reader's words: text for an alert. */
export function ErrorMessage({ error, children }: ErrorMessageProps) {
  const words = useWords();
  const instance = error instanceof PanelProblem ? error.instance : undefined;
  return (
    <>
      <p>
        <span>{describeError(error, words)}</span>
        {instance !== undefined && (
          <>
            <span> </span>
            <small>{words("problem.reference", { instance })}</small>
          </>
        )}
      </p>
      {error instanceof ForeignAnswer && needsReload.has(error.reason) && (
        <p>
          <button type="button" className="kt-button" onClick={() => location.reload()}>
            {words("reload")}
          </button>
        </p>
      )}
      {children}
    </>
  );
}

/** A gateway shows its sign-in page to a page that is loaded, and to nothing else. */
const needsReload: ReadonlySet<ForeignAnswer["reason"]> = new Set([
  "session-over",
  "other-viewer",
]);
