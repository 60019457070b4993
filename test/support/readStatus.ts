import words from "../../locales/en/interface.json" with { type: "json" };
import { type PurposeStatus, purposeStatuses } from "../../src/client/purposeStatus.ts";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { formatMoment } from "../../src/i18n/formatMoment.ts";
import { chipTruths, type LineKey, lineTruths } from "./sentenceTruths.ts";

/** One thing that an English page says of a purpose. */
export interface Said {
  readonly text: string;
  readonly isTrueIn: (state: PurposeState) => boolean;
}

/** What chip and line of a card say at this moment. */
export function readStatus(card: ParentNode): readonly Said[] {
  const chip = card.querySelector<HTMLElement>(".kt-chip");
  const line = card.querySelector(".kt-status")?.textContent ?? "";
  return saidBy(chip?.dataset.status, line);
}

/** What a chip of a status, if there is one, and then a line say. */
export function saidBy(chip: string | undefined, line: string): readonly Said[] {
  const status = purposeStatuses.find((one) => one === chip);
  return [
    ...(status ? [chipSaid(status)] : []),
    ...Object.keys(lineTruths).flatMap((key) => lineSaid(key as LineKey, line)),
  ];
}

function chipSaid(status: PurposeStatus): Said {
  return { text: words.chip[status], isTrueIn: chipTruths[status].isTrueIn };
}

function lineSaid(key: LineKey, line: string): readonly Said[] {
  const [group, name] = key.split(".") as ["status" | "sending", string];
  const sentence = (words[group] as Readonly<Record<string, string>>)[name] ?? "";
  const found = pattern(sentence).exec(line);
  if (!found) return [];
  const { isTrueIn } = lineTruths[key];
  return [
    {
      text: found[0],
      isTrueIn: (state) => isTrueIn(state) && namesAre(found.groups ?? {}, state),
    },
  ];
}

function namesAre(
  { name, time }: Readonly<Record<string, string | undefined>>,
  { decision: { by, at } }: PurposeState,
): boolean {
  return (
    (name === undefined || name === by?.name) &&
    (time === undefined || time === (at && formatMoment(new Date(at), "en")))
  );
}

/** A sentence whose places may hold anything but a full stop, with the places by name. */
function pattern(sentence: string): RegExp {
  const parts = sentence
    .split(/\{\{(\w+)\}\}/)
    .map((part, index) =>
      index % 2 === 1
        ? `\u2068?(?<${part}>[^.\u2068\u2069]*?)\u2069?`
        : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    );
  return new RegExp(parts.join(""));
}
