import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  OutsideContract,
  PanelProblem,
} from "../client/errors.ts";
import type { WordKey } from "../i18n/wordKey.ts";
import type { Words } from "../i18n/words.ts";

/** What went wrong and what to do next, in the reader's words. */
export function describeError(error: KlartextError, words: Words): string {
  if (error instanceof ConfigError) return words(`setup.${error.code}`);
  if (error instanceof ForeignAnswer) {
    const { reason, status, header = "", evidence } = error;
    const method = evidence?.method ?? "";
    // A browser hides which redirect it was.
    return words(`foreign.${reason}`, { status: status || "3xx", header, method });
  }
  return words(`problem.${nameOf(error)}`);
}

type SentenceName = WordKey extends infer Key
  ? Key extends `problem.${infer Name}`
    ? Name
    : never
  : never;

function nameOf(error: KlartextError): SentenceName {
  if (error instanceof PanelProblem) return error.code ?? "unknown";
  if (error instanceof OutsideContract) {
    return error.isContradiction ? "contradiction" : "outside-contract";
  }
  return "unreachable";
}
