import { decisionWays, erasures, seenKinds } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";
import type { Receipt } from "../../contract/receipt.ts";
import type { Words } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolateBidi } from "../../payload/isolateBidi.ts";
import { showDigest } from "../../payload/showDigest.ts";
import type { Language } from "../../policy/language.ts";

interface ReceiptRow {
  readonly name: string;
  readonly value: string;
  /** Whether the value is to be copied and not read: a digest or a number. */
  readonly isCode: boolean;
  /** What is to be known of the value. */
  readonly note?: string | undefined;
}

/** Describes a receipt row by row: what, when, who, which words and which data. */
export function describeReceipt(
  receipt: Receipt,
  words: Words,
  language: Language,
): readonly ReceiptRow[] {
  const { "dpv:hasProcess": process, "dpv:hasNotice": notice } = receipt;
  const event = receipt["kt:event"];
  const unknown = words("receipt.unknown");
  const shown = (value: string | undefined) => value && showDigest(value);
  const data = process["dpv:hasData"];
  const digest = shown(data?.["kt:digest"]);
  const by = receipt["dpv:isIndicatedBy"];
  const erasure = knownOf(erasures, receipt["kt:erasure"] ?? null);
  const { "kt:via": via, "kt:seen": seen } = receipt;
  const way = via === undefined ? "unsaid" : (knownOf(decisionWays, via) ?? "unknown");
  const nobody = event === "deletion-confirmed" ? "nobody" : "unnamed";

  const row = (name: string, value: string, isCode = false): ReceiptRow => ({
    name,
    value,
    isCode,
  });
  const codeRow = (name: string, value: string | undefined, missing = unknown) =>
    row(name, value ?? missing, value !== undefined);

  return [
    row(
      words("receipt.what"),
      words("receipt.subject", {
        event: words(`history.event.${event}`),
        title: process["dct:title"] ?? process["dpv:hasIdentifier"],
      }),
    ),
    row(
      words("receipt.when"),
      formatMoment(new Date(receipt["dpv:isIndicatedAtTime"]), language),
    ),
    row(
      words("receipt.who"),
      by ? isolateBidi(by["dpv:hasName"]) : words(`receipt.${nobody}`),
    ),
    ...(event === "deletion-confirmed"
      ? []
      : [row(words("receipt.via"), words(`receipt.ways.${way}`))]),
    ...(seen === undefined
      ? []
      : [
          row(
            words("receipt.seen"),
            words(`receipt.kinds.${knownOf(seenKinds, seen) ?? "unknown"}`),
          ),
        ]),
    ...(erasure
      ? [row(words("receipt.ownCopies"), words(`receipt.erasure.${erasure}`))]
      : []),
    row(words("receipt.revision"), notice ? isolateBidi(notice["kt:revision"]) : unknown),
    row(
      words("receipt.language"),
      notice ? words(`receipt.languages.${notice["dct:language"]}`) : unknown,
    ),
    codeRow(words("receipt.textDigest"), shown(notice?.["kt:digest"])),
    {
      ...codeRow(
        words("receipt.payloadDigest"),
        digest,
        missingDigest(event, seen, words),
      ),
      note:
        digest !== undefined && data?.["@type"] === "dpv:PseudonymisedData"
          ? words("receipt.payloadDigestNote")
          : undefined,
    },
    codeRow(words("receipt.number"), receipt["@id"].slice("urn:uuid:".length)),
  ];
}

/** Why a receipt names no digest of data. */
function missingDigest(
  event: Receipt["kt:event"],
  seen: string | undefined,
  words: Words,
): string {
  if (event === "refused") return words("receipt.noPayload");
  return words(seen === "kinds" ? "receipt.noBytes" : "receipt.unknown");
}
