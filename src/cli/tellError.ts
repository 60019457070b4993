import {
  ForeignAnswer,
  type KlartextError,
  OutsideContract,
  PanelProblem,
} from "../client/errors.ts";
import { describeError } from "../describe/describeError.ts";
import type { CommandWords } from "../i18n/createCommandWords.ts";
import type { Terminal } from "./terminal.ts";

/** Says what went wrong, what to do, and what came, for whoever can look it up in a log. */
export function tellError(
  error: KlartextError,
  words: CommandWords,
  { tell }: Pick<Terminal, "tell">,
): void {
  tell(describeError(error, words));
  if (error instanceof PanelProblem && error.instance !== undefined) {
    tell(words("problem.reference", { instance: error.instance }));
  }
  const isToMend = error instanceof ForeignAnswer || error instanceof OutsideContract;
  if (isToMend && error.evidence) {
    const { method, url, status, headers } = error.evidence;
    tell(words("evidence.answered", { method, url, status }));
    for (const [name, value] of Object.entries(headers)) tell(`  ${name}: ${value}`);
  }
}
