import { buildDocument } from "../buildDocument.ts";
import type { PolicyDocument } from "../document.ts";
import { plainText } from "../document.ts";
import type { Language } from "../language.ts";
import type { Activity, ConsentActivity, Policy } from "../policy.ts";
import { sentencesOf } from "../sentencesOf.ts";

/** What the prefixes stand for: DPV 2.3, Dublin Core, and terms of our own. */
const context = {
  dpv: "https://w3id.org/dpv#",
  dct: "http://purl.org/dc/terms/",
  kt: "urn:klartext:term:",
} as const;

/** What is said of a policy for machines besides. */
export interface JsonLdOptions {
  /** The SHA-256 of `policyText`, in `Repr-Digest` notation (RFC 9530). */
  readonly digest?: string;
}

/**
 * A policy for machines: JSON-LD 1.1 with terms of the Data Privacy Vocabulary 2.3, one
 * `dpv:PrivacyNotice` with a `dpv:Process` for each activity. `kt:revision` is the revision of
 * the visible text. It may stand in a `<script>`: no `<` is in it.
 */
export function renderJsonLd(
  policy: Policy,
  language: Language,
  { digest }: JsonLdOptions = {},
): string {
  const document = buildDocument(policy, language);
  const text = JSON.stringify(buildNotice(policy, document, digest), null, 2);
  return `${text.replace(/[<>&\u2028\u2029]/g, escaped)}\n`;
}

function buildNotice(
  policy: Policy,
  document: PolicyDocument,
  digest: string | undefined,
) {
  const { settings, revision } = policy;
  const { title, language } = document;
  return {
    "@context": context,
    "@type": "dpv:PrivacyNotice",
    "dct:title": title,
    "dct:language": language,
    "dct:issued": revision.date,
    "kt:revision": revision.id,
    "kt:digest": digest,
    "dpv:hasDataController": named("dpv:DataController", settings.controller?.[language]),
    "dpv:hasEntity": settings.contact && {
      "@type": "dpv:Entity",
      "dpv:hasContact": settings.contact[language],
    },
    "dpv:hasAuthority": named(
      "dpv:DataProtectionAuthority",
      settings.authority?.[language],
    ),
    "kt:logRetention": settings.logRetention?.[language],
    "dpv:hasProcess": policy.activities.map((activity) =>
      buildProcess(activity, policy, document),
    ),
  };
}

function buildProcess(
  activity: Activity,
  { settings, vendor }: Policy,
  document: PolicyDocument,
) {
  const { id, basis } = activity;
  const { language, sections } = document;
  const section = sections.find(({ anchor }) => anchor === id);
  const isConsent = basis === "consent";
  return {
    "@type": "dpv:Process",
    "dpv:hasIdentifier": id,
    "dct:title": section?.heading,
    "dct:description": section?.blocks
      // The vendor's statements stand under terms of their own.
      .filter(({ type }) => type !== "rows")
      .flatMap(sentencesOf)
      .map(plainText)
      .join(" "),
    "dpv:hasLegalBasis": { "@id": isConsent ? "dpv:Consent" : "dpv:Contract" },
    "dpv:hasProcessing": { "@id": "dpv:Transmit" },
    "dpv:hasRecipient": named("dpv:Recipient", vendor[language]),
    "dpv:hasPurpose": described("dpv:Purpose", settings.purpose?.[id]?.[language]),
    "dpv:hasStorageCondition": described(
      "dpv:StorageCondition",
      settings.retention?.[id]?.[language],
    ),
    ...(isConsent && describeConsent(activity, document)),
  };
}

/** What a consent activity alone tells: that it is voluntary, how often, and each item. */
function describeConsent(
  { id, identification }: ConsentActivity,
  { cards }: PolicyDocument,
) {
  const card = cards.find(({ activity }) => activity === id);
  const frequency = card?.rows.find(({ anchor }) => anchor === `${id}.card.frequency`);
  const isPseudonymous = identification === "pseudonym";
  return {
    "dpv:hasNecessity": { "@id": "dpv:Optional" },
    "dpv:hasFrequency": described(
      "dpv:Frequency",
      frequency?.values.map(plainText).join(" "),
    ),
    "dpv:hasData": {
      "@type": isPseudonymous ? "dpv:PseudonymisedData" : "dpv:AnonymisedData",
      "dct:hasPart": card?.items.map(({ id: item, label }) => ({
        "@type": "dpv:Data",
        "dpv:hasIdentifier": item,
        "dct:title": label,
      })),
    },
    "kt:notSent": card && plainText(card.exclusions),
    "kt:receiverAdds": card?.receiverAdds && plainText(card.receiverAdds),
  };
}

function named(type: string, name: string | undefined) {
  return name === undefined ? undefined : { "@type": type, "dpv:hasName": name };
}

function described(type: string, text: string | undefined) {
  return text === undefined ? undefined : { "@type": type, "dct:description": text };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
