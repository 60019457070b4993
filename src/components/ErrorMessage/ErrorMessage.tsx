"use client";
import {
  ConfigError,
  type KlartextError,
  OutsideContract,
  PanelProblem,
} from "../../client/errors.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { WordKey } from "../../i18n/wordKey.ts";

export interface ErrorMessageProps {
  readonly error: KlartextError;
}

/** What went wrong and what to do next, in the reader's words: a paragraph for an alert. */
export function ErrorMessage({ error }: ErrorMessageProps) {
  const words = useWords();
  const instance = error instanceof PanelProblem ? error.instance : undefined;
  return (
    <p>
      <span>
        {error instanceof ConfigError
          ? words(`setup.${error.code}`)
          : words(`problem.${sentenceOf(error)}`)}
      </span>
      {isNotThePanel(error) && (
        <>
          <span> </span>
          <span>{words("setup.not-the-panel")}</span>
        </>
      )}
      {instance !== undefined && (
        <>
          <span> </span>
          <small>{words("problem.reference", { instance })}</small>
        </>
      )}
    </p>
  );
}

/** A gateway that fails is none of the set-up's faults. */
function isNotThePanel(error: KlartextError): boolean {
  return (
    error instanceof OutsideContract &&
    error.from === "something-else" &&
    error.status < 500
  );
}

type SentenceName = WordKey extends infer Key
  ? Key extends `problem.${infer Name}`
    ? Name
    : never
  : never;

function sentenceOf(error: KlartextError): SentenceName {
  if (error instanceof PanelProblem) return error.code ?? "unknown";
  if (error instanceof OutsideContract) return "outside-contract";
  return "unreachable";
}
