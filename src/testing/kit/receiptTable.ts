import { buildReceipt } from "../../contract/buildReceipt.ts";
import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import { type ReceiptEvent, receiptEvents } from "../../contract/receipt.ts";
import type { Json } from "../../payload/serializePayload.ts";
import { buildDocument } from "../../policy/buildDocument.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
} from "../../policy/policy.ts";

/** The receipts of a purpose by event, with what is filled in as `$entry.at` or `$seen.text?`. */
export type ReceiptTable = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Receipts as the contract builds them, of values that say where they come from. */
export function receiptTable(policy: Policy): ReceiptTable {
  return Object.fromEntries(
    consentActivities(policy).map((activity) => [
      activity.id,
      Object.fromEntries(
        receiptEvents
          .filter((event) => event !== "deletion-confirmed" || hasDeletions(activity))
          .map((event) => [event, templateOf(event, activity, policy)]),
      ),
    ]),
  );
}

function hasDeletions({ identification }: ConsentActivity): boolean {
  return identification === "pseudonym";
}

/** What may be missing in an entry, or in the one that was seen. */
type Missing = "by" | "via" | "seen" | "text" | "payloadDigest" | "erasure" | "signature";

const missable: readonly Missing[] = [
  ...(["by", "via", "seen", "text"] as const),
  ...(["payloadDigest", "erasure", "signature"] as const),
];

/** Marks with `?` what goes alone where it is null; of anything else its object goes. */
function templateOf(
  event: ReceiptEvent,
  activity: ConsentActivity,
  policy: Policy,
): Json {
  const whole = receiptOf(event, activity, policy);
  return missable.reduce(
    (template, missing) => marked(template, receiptOf(event, activity, policy, missing)),
    whole,
  );
}

function receiptOf(
  event: ReceiptEvent,
  { id: purpose }: ConsentActivity,
  policy: Policy,
  missing?: Missing,
): Json {
  const unless = <Value>(name: Missing, value: Value) =>
    name === missing ? null : value;
  const ofGrant = { payload: "none", receipt: null, number: null, head: null } as const;
  const seen = {
    revision: "$seen.revision",
    language: "en",
    textDigest: "$seen.text_digest",
    payloadDigest:
      event === "refused" ? null : unless("payloadDigest", "$seen.payload_digest"),
    seen: event === "refused" ? null : unless("seen", "$seen.seen"),
    textKnown: true,
  } as const;
  const own = { ...ofGrant, purpose, event, id: "$entry.id", at: "$entry.at" };
  const ends = event === "withdrawn" || event === "deletion-confirmed";
  const nothing = { revision: null, language: null, textDigest: null, textKnown: null };
  const record: DecisionRecord = {
    ...own,
    ...(ends ? { ...nothing, payloadDigest: null, seen: null } : seen),
    via: event === "deletion-confirmed" ? null : unless("via", "$entry.via"),
    by:
      event === "deletion-confirmed" || missing === "by"
        ? null
        : { id: "$entry.by_id", name: "$entry.by_name" },
    ...(event === "deletion-confirmed"
      ? {
          ...(missing === "erasure" ? {} : { erasure: "$entry.erasure" }),
          ...(missing === "signature" ? {} : { signature: "$signature" }),
        }
      : {}),
  };
  const ended: DecisionRecord = {
    ...{ ...ofGrant, ...seen, purpose, event: "granted", by: null, via: null },
    ...{ id: "$seen.id", at: "$seen.at" },
  };
  const receipt = buildReceipt({
    ...{ record, policy, ended: ends ? ended : undefined },
    text: missing === "text" ? undefined : "$seen.text",
  });
  return named(JSON.parse(JSON.stringify(receipt)), headingOf(purpose, policy));
}

function headingOf(purpose: string, policy: Policy): string | undefined {
  const { sections } = buildDocument(policy, "en");
  return sections.find(({ anchor }) => anchor === purpose)?.heading;
}

/** The language and the heading in it are those of what was seen, too. */
function named(receipt: Json, heading: string | undefined): Json {
  return JSON.parse(
    JSON.stringify(receipt, (name, value) => {
      if (name === "dct:language") return "$seen.language";
      return name === "dct:title" && value === heading ? "$seen.heading?" : value;
    }),
  );
}

function marked(template: Json, without: Json): Json {
  if (!isObject(template) || !isObject(without)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => {
      const other = without[name];
      if (isObject(value))
        return [name, other === undefined ? value : marked(value, other)];
      const isAlone =
        other === undefined && typeof value === "string" && value.startsWith("$");
      return [name, isAlone && !value.endsWith("?") ? `${value}?` : value];
    }),
  );
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
