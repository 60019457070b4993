import { ForeignAnswer, type KlartextError, PanelProblem } from "../../client/errors.ts";

/** What went wrong, as one word for a program. */
export function errorReason(error: KlartextError): string {
  if (error instanceof PanelProblem) return error.code ?? "unknown";
  return error instanceof ForeignAnswer ? error.reason : error.name;
}
