import type { Language, Localized } from "./language.ts";
import type { Schema } from "./schemaNode.ts";
import type { VendorKey } from "./vendorKey.ts";

/** Sentences that run on, by their names. */
export interface ParagraphDefinition {
  readonly type: "paragraph";
  readonly sentences: readonly string[];
}

/** A part of a section: sentences that run on, or the list of the disclosed items. */
export type BlockDefinition =
  | ParagraphDefinition
  | { readonly type: "items"; readonly introduction: string };

/**
 * Names of values by their key, such as those of signals; shown beside the value in the
 * preview, never sent.
 */
export type ValueNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where an item is told: as a bullet of the items' list, or in a named sentence. */
type ItemPlace = (
  | { readonly told: "list" }
  | { readonly told: "sentence"; readonly sentence: string }
) & { readonly names?: ValueNames };

/**
 * The sentences of an activity that its row in the page's summary repeats: when data are
 * sent, how far they identify, and how long they are kept.
 */
export type SummarySentences = {
  readonly [Question in "frequency" | "identification" | "retention"]?: readonly string[];
};

/** Data that the contract needs, told without a switch (GDPR Art. 6(1)(b)). */
export interface ContractActivity {
  readonly id: string;
  readonly basis: "contract";
  readonly blocks: readonly BlockDefinition[];
  readonly summary?: SummarySentences;
}

/** Data that are sent with consent alone (GDPR Art. 6(1)(a)): a *purpose* of the API. */
export interface ConsentActivity {
  readonly id: string;
  readonly basis: "consent";
  /** Whether what is sent carries an identifier. */
  readonly identification: "none" | "pseudonym";
  /** When it is sent: whenever something happens, or at once and then monthly. */
  readonly schedule: "event" | "monthly";
  readonly schema: Schema;
  readonly items: Readonly<Record<string, ItemPlace>>;
  /** The sentence that says what is not sent. */
  readonly exclusions: string;
  /** The sentence that says what the receiver notes beside the payload. */
  readonly receiverAdds?: string;
  /** A payload with made-up values that the schema takes, to show in documentation. @default that of a built-in schema */
  readonly sample?: unknown;
  readonly blocks: readonly BlockDefinition[];
  /** What the summary says beside the words of the card and the settings. */
  readonly summary?: SummarySentences;
}

/**
 * What is done with data, and on which basis: `basis` tells the two apart (GDPR Art.
 * 6(1)).
 */
export type Activity = ContractActivity | ConsentActivity;

/** A section that a host adds. It tells of no payload. */
export interface AddedSection {
  readonly id: string;
  readonly blocks: readonly ParagraphDefinition[];
}

/** What only the vendor knows (GDPR Art. 13). What is not given is left out, never invented. */
export interface Settings {
  readonly controller?: Localized;
  readonly contact?: Localized;
  readonly authority?: Localized;
  readonly logRetention?: Localized;
  /** Why the data are wanted, by activity. */
  readonly purpose?: Readonly<Record<string, Localized>>;
  /** How long the vendor keeps them, by activity. */
  readonly retention?: Readonly<Record<string, Localized>>;
}

/** A wording of the policy, as decisions name it. */
export interface Revision {
  readonly id: string;
  /** The day the policy states as its status, `YYYY-MM-DD`. */
  readonly date: string;
  /** Whether what is collected or why changed, so that consent must be asked for anew. */
  readonly material: boolean;
  readonly summary: Localized;
}

export interface ItemTexts {
  /** The name beside a value of the preview. */
  readonly label: string;
  /** The bullet of the policy, for items told in the list. */
  readonly bullet?: string;
  /** The names of single values, by their key, where the value alone says too little. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The sentences beside the switch of a consent activity. */
export interface CardTexts {
  /** The visible name of the switch. */
  readonly label: string;
  readonly recipient: string;
  readonly identification: string;
  readonly frequency: string;
  readonly voluntary: string;
  readonly withdrawal: string;
}

export interface ActivityTexts extends SectionTexts {
  readonly items?: Readonly<Record<string, ItemTexts>>;
  readonly card?: CardTexts;
}

export interface SectionTexts {
  readonly heading: string;
  readonly sentences: Readonly<Record<string, string>>;
}

/** The names of the rows of a card and of the settings. */
export interface RowTexts {
  readonly recipient: string;
  readonly items: string;
  readonly identification: string;
  readonly frequency: string;
  readonly voluntary: string;
  readonly withdrawal: string;
  readonly purpose: string;
  readonly retention: string;
  readonly controller: string;
  readonly contact: string;
  readonly authority: string;
  readonly logRetention: string;
}

/** Every word of a policy in one language. */
export interface PolicyTexts {
  readonly title: string;
  readonly status: { readonly heading: string; readonly sentence: string };
  /** A day in words, such as `{{day}} {{month}} {{year}}`, and the twelve months. */
  readonly day: { readonly format: string; readonly months: readonly string[] };
  readonly rows: RowTexts;
  readonly general: Readonly<Record<string, string>>;
  readonly activities: Readonly<Record<string, ActivityTexts>>;
  readonly sections?: Readonly<Record<string, SectionTexts>>;
}

/** One revision of a privacy policy, whole. */
export interface Policy {
  readonly revision: Revision;
  readonly product: string;
  readonly vendor: Localized;
  readonly settings: Settings;
  /** The sentences of the opening section, in order. */
  readonly general: readonly BlockDefinition[];
  readonly activities: readonly Activity[];
  /** The sections between the activities and the status, in order. */
  readonly sections?: readonly AddedSection[];
  readonly texts: Readonly<Record<Language, PolicyTexts>>;
  /** With which the vendor signs its answers. No text tells of them. */
  readonly vendorKeys?: readonly VendorKey[];
  /** The revision before this one. */
  readonly previous?: Policy;
}

/** The activities that are asked for, in the order of the policy. */
export function consentActivities(policy: Policy): readonly ConsentActivity[] {
  return policy.activities.filter((activity) => activity.basis === "consent");
}

/** The activity of one purpose, if the policy asks for it. */
export function consentActivity(
  policy: Policy,
  purpose: string,
): ConsentActivity | undefined {
  return consentActivities(policy).find(({ id }) => id === purpose);
}
