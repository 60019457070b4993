import type { Language } from "./language.ts";
import type { ValueNames } from "./policy.ts";

export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "time"; readonly text: string; readonly dateTime: string };

/** One statement of the policy. Its anchor is the same in every language. */
export interface Sentence {
  readonly anchor: string;
  /** The disclosed items that this sentence tells. */
  readonly items: readonly string[];
  readonly content: readonly Inline[];
}

/** One row of a description list: what a setting or a card says under a name. */
export interface Row {
  readonly anchor: string;
  readonly name: string;
  readonly values: readonly Sentence[];
}

export type Block =
  | { readonly type: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly type: "list"; readonly entries: readonly Sentence[] }
  | { readonly type: "rows"; readonly rows: readonly Row[] };

export type SectionKind = "contract" | "consent" | "status";

export interface Section {
  readonly anchor: string;
  readonly kind: SectionKind;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A disclosed item as the preview names it. */
export interface CardItem {
  readonly id: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly names: ValueNames;
}

/** What is said beside a switch, in one piece. */
export interface Card {
  readonly activity: string;
  readonly label: string;
  readonly rows: readonly Row[];
  /** The disclosed items with their names, in the order of the policy. */
  readonly items: readonly CardItem[];
  /** What is not sent. */
  readonly exclusions: Sentence;
  /** What the receiver notes beside the payload. */
  readonly receiverAdds?: Sentence;
}

/**
 * A policy in one language as a tree, from which HTML, Markdown and the React components
 * are made, so that they cannot say different things.
 */
export interface PolicyDocument {
  readonly language: Language;
  readonly revision: string;
  readonly title: string;
  readonly introduction: readonly Block[];
  readonly sections: readonly Section[];
  readonly cards: readonly Card[];
}

/** The words of a sentence without any mark-up. */
export function plainText(sentence: Sentence): string {
  return sentence.content.map(({ text }) => text).join("");
}
