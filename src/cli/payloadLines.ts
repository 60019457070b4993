import { KlartextError } from "../client/errors.ts";
import { describeObstacle } from "../describe/describeObstacle.ts";
import { headingOfValues } from "../describe/headingOfValues.ts";
import { formatNumber } from "../i18n/formatMoment.ts";
import { showDigest } from "../payload/showDigest.ts";
import { sayFinding } from "../payload/view/findings.ts";
import { hasPlaceholder } from "../payload/view/hasPlaceholder.ts";
import { contentOf, sayItem } from "../payload/view/sayItem.ts";
import { sentenceOf } from "../payload/view/sentenceOf.ts";
import { plainText } from "../policy/index.ts";
import type { Speech } from "./purposeLines.ts";
import { readableLines } from "./readableLines.ts";
import type { ExaminedPayload, ShownPurpose } from "./readPanel.ts";
import { createStyle } from "./terminalStyle.ts";
import { wrap } from "./wrap.ts";

/** One disclosed item with what the bytes hold of it, and the sentence that tells of it. */
interface SaidValue {
  readonly item: string;
  readonly label: string;
  readonly said: string;
  readonly sentence: string;
}

/** What the bytes hold of each disclosed item, in words; nothing where they cannot be read. */
export function saidValues(
  { section, card, activity }: ShownPurpose,
  { reading, pseudonym }: ExaminedPayload,
  { words, language }: Pick<Speech, "words" | "language">,
): readonly SaidValue[] {
  if (reading.status !== "readable") return [];
  const format = (count: number) => formatNumber(count, language);
  return card.items
    .filter(({ id }) => Object.hasOwn(activity.items, id))
    .map((item) => {
      const { text, count } = sayItem(contentOf(reading.places, item), item, {
        ...{ words, format },
        hasPlaceholder: hasPlaceholder(reading, pseudonym),
      });
      const sentence = sentenceOf(section, item.id);
      return {
        item: item.id,
        label: item.label,
        said: count === undefined ? text : `${text}, … (${format(count)})`,
        sentence: sentence ? plainText(sentence) : "",
      };
    });
}

/** What is wrong with the bytes, in sentences. */
export function findingLines(
  { findings }: ExaminedPayload,
  { words, language }: Pick<Speech, "words" | "language">,
): readonly string[] {
  return findings.map((one) =>
    sayFinding(one, words, (count) => formatNumber(count, language)),
  );
}

/** Why consent cannot be given now, and all that is wrong with the bytes. */
export function hindranceLines(
  { obstacle, state, payload }: ShownPurpose,
  speech: Pick<Speech, "words" | "language">,
): readonly string[] {
  const findings = payload instanceof KlartextError ? [] : findingLines(payload, speech);
  if (!obstacle) return findings;
  return [describeObstacle(obstacle, state.activity.lock, speech.words), ...findings];
}

/** The values of a payload in words, each with its sentence; then the bytes and their digest. */
export function payloadLines(
  purpose: ShownPurpose,
  payload: ExaminedPayload,
  speech: Speech,
): readonly string[] {
  const { words, language, terminal } = speech;
  const { kind, reading, bytes, check } = payload;
  const { effective } = purpose.state.activity;
  const { heading } = createStyle(terminal.screen);
  const count = bytes.length;
  const values = saidValues(purpose, payload, speech).flatMap(
    ({ label, said, sentence }) => [
      ...indent(`${label}: ${said}`, 2, terminal),
      ...indent(sentence, 6, terminal),
    ],
  );
  const text = "text" in reading ? reading.text : "";
  const readable = readableLines(text);
  return [
    heading(words(headingOfValues(kind, effective))),
    words(`payload.kind.${kind === "next" && effective ? "planned" : kind}`),
    ...(hasPlaceholder(reading, payload.pseudonym) ? [words("payload.placeholder")] : []),
    ...values,
    ...indent(plainText(purpose.card.exclusions), 2, terminal),
    "",
    heading(words("payload.bytes", { count, number: formatNumber(count, language) })),
    readable.replace(/\n$/, ""),
    ...(readable === text ? [] : ["", words("show.escaped")]),
    "",
    `${words(`payload.check.${check.status}`)}: ${showDigest(check.digest)}`,
  ];
}

/** A text with space before each line, broken where a screen would break it. */
function indent(
  text: string,
  spaces: number,
  { screen }: Speech["terminal"],
): readonly string[] {
  const width = (screen?.columns ?? Number.POSITIVE_INFINITY) - spaces;
  return wrap(text, width)
    .split("\n")
    .map((line) => `${" ".repeat(spaces)}${line}`);
}
