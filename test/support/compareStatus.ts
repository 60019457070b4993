import type { Locator } from "playwright-core";
import words from "../../locales/en/interface.json" with { type: "json" };
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { formatMoment } from "../../src/i18n/formatMoment.ts";
import { saidBy } from "./readStatus.ts";

/** The status of an English card beside a state that the panel was asked for. */
export interface ComparedStatus {
  /** The words of the chip. */
  readonly chip: string;
  /** What is said and not so, is no sentence of a status, or is not said: in words. */
  readonly wrong: readonly string[];
}

/** The chips of a consent that is withdrawn, however far the deletion is. */
export const withdrawnChip = new RegExp(
  `^(${(["withdrawn", "deleting", "deleted", "deletion-failed"] as const)
    .map((status) => words.chip[status])
    .join("|")})$`,
);

/** Chips whose line begins with who decided, and when. */
const decided = /^(granted|refused|withdrawn|deleting|deleted|deletion-failed)$/;

/** Compares what chip and line say with a state, sentence by sentence, and with its names. */
export async function compareStatus(
  card: Locator,
  askPanel: () => Promise<PurposeState>,
): Promise<ComparedStatus> {
  const shown = await card.evaluate((element) => {
    const chip = element.querySelector<HTMLElement>(".kt-chip");
    return {
      chip: chip?.textContent ?? "",
      status: chip?.dataset.status,
      isLastKnown: chip?.dataset.lastKnown !== undefined,
      line: element.querySelector(".kt-status")?.textContent ?? "",
    };
  });
  const line = shown.line.replace(/[\u2068\u2069]/g, "");
  const state = await askPanel();
  const said = saidBy(shown.status, line);
  const chip = said[0]?.text ?? "no chip";
  const expected = shown.isLastKnown
    ? words.chip["last-known"].replace("{{chip}}", chip)
    : chip;
  const rest = said.reduce((text, sentence) => text.replace(sentence.text, ""), line);
  const byline = bylineOf(state);
  return {
    chip: shown.chip,
    wrong: [
      ...(shown.chip === expected ? [] : [`The chip is not "${expected}".`]),
      ...said.filter(({ isTrueIn }) => !isTrueIn(state)).map(({ text }) => text),
      ...(rest.trim() === "" ? [] : [`No sentence of a status: ${rest.trim()}`]),
      ...(!decided.test(shown.status ?? "") || line.startsWith(byline)
        ? []
        : [`Not said: ${byline}`]),
    ],
  };
}

function bylineOf({ decision: { by, at } }: PurposeState): string {
  return words.status.by
    .replace("{{name}}", by?.name ?? "")
    .replace("{{time}}", at === null ? "" : formatMoment(new Date(at), "en"));
}
