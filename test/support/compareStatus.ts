import type { Locator } from "playwright-core";
import { expect } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };
import type { PurposeStatus } from "../../src/client/purposeStatus.ts";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { formatMoment } from "../../src/i18n/formatMoment.ts";
import { saidBy } from "./readStatus.ts";

/** The status of an English card beside a state that the panel was asked for. */
interface ComparedStatus {
  readonly status: string | undefined;
  readonly isLastKnown: boolean;
  /** What is said and not so, is no sentence of a status, or is not said: in words. */
  readonly wrong: readonly string[];
}

/** The statuses of a consent that is withdrawn, however far the deletion is. */
export const withdrawn = /^(withdrawn|deleting|deleted|deletion-failed)$/;

/** What a comparison gives where the card has this status, and all that it says is so. */
export function saysTruly(
  status: PurposeStatus | RegExp,
  isLastKnown: boolean | "either" = false,
): unknown {
  return {
    status: typeof status === "string" ? status : expect.stringMatching(status),
    isLastKnown: isLastKnown === "either" ? expect.any(Boolean) : isLastKnown,
    wrong: [],
  };
}

/** Compares what chip and line say with a state, sentence by sentence, and with its names. */
export async function compareStatus(
  card: Locator,
  askPanel: () => Promise<PurposeState>,
): Promise<ComparedStatus> {
  const shown = await card.evaluate((element) => {
    const chip = element.querySelector<HTMLElement>(".kt-chip");
    return {
      chip: chip?.textContent,
      status: chip?.dataset.status,
      isLastKnown: chip?.dataset.lastKnown !== undefined,
      line: element.querySelector(".kt-status")?.textContent ?? "",
    };
  });
  const { status, isLastKnown } = shown;
  const line = shown.line.replace(/[\u2068\u2069]/g, "");
  const state = await askPanel();
  const said = saidBy(status, line);
  const [chip] = said;
  const expected = isLastKnown
    ? words.chip["last-known"].replace("{{chip}}", chip?.text ?? "")
    : chip?.text;
  const rest = said.reduce((text, sentence) => text.replace(sentence.text, ""), line);
  const byline = bylineOf(state);
  const isDecided =
    /^(granted|refused)$/.test(status ?? "") || withdrawn.test(status ?? "");
  return {
    status,
    isLastKnown,
    wrong: [
      ...(shown.chip === expected ? [] : [`The chip is not "${expected}".`]),
      ...said.filter(({ isTrueIn }) => !isTrueIn(state)).map(({ text }) => text),
      ...(rest.trim() === "" ? [] : [`No sentence of a status: ${rest.trim()}`]),
      ...(!isDecided || line.startsWith(byline) ? [] : [`Not said: ${byline}`]),
    ],
  };
}

function bylineOf({ decision: { by, at } }: PurposeState): string {
  return words.status.by
    .replace("{{name}}", by?.name ?? "")
    .replace("{{time}}", at === null ? "" : formatMoment(new Date(at), "en"));
}
