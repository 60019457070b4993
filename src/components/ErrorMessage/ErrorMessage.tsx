"use client";
import type { ReactNode } from "react";
import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  OutsideContract,
  PanelProblem,
} from "../../client/errors.ts";
import { useWords, type Words } from "../../hooks/useWords.ts";
import type { WordKey } from "../../i18n/wordKey.ts";

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
        <span>{sentenceOf(error, words)}</span>
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

type SentenceName = WordKey extends infer Key
  ? Key extends `problem.${infer Name}`
    ? Name
    : never
  : never;

function sentenceOf(error: KlartextError, words: Words): string {
  if (error instanceof ConfigError) return words(`setup.${error.code}`);
  if (error instanceof ForeignAnswer) {
    const { reason, status, header = "", evidence } = error;
    const method = evidence?.method ?? "";
    // A browser hides which redirect it was.
    return words(`foreign.${reason}`, { status: status || "3xx", header, method });
  }
  return words(`problem.${nameOf(error)}`);
}

function nameOf(error: KlartextError): SentenceName {
  if (error instanceof PanelProblem) return error.code ?? "unknown";
  if (error instanceof OutsideContract) {
    return error.isContradiction ? "contradiction" : "outside-contract";
  }
  return "unreachable";
}
