import type { Language } from "./language.ts";
import type { ValueNames } from "./policy.ts";

/**
 * A piece of a sentence: text, code as a machine writes it, or a day with its
 * `YYYY-MM-DD`.
 */
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

/**
 * What a section holds, in its order: sentences in a row, a list of them, or rows under
 * names.
 */
export type Block =
  | { readonly type: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly type: "list"; readonly entries: readonly Sentence[] }
  | { readonly type: "rows"; readonly rows: readonly Row[] };

type SectionKind = "contract" | "consent" | "added" | "status";

/** A section of the policy with its heading; its anchor is the same in every language. */
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

/** A payload with made-up values, in the very form in which payloads travel. */
export interface Sample {
  /** The section that it belongs to. */
  readonly activity: string;
  /** Says that it is a sample. */
  readonly label: string;
  readonly note: string;
  readonly text: string;
}

/** Where the sections of a page stand. */
export interface Contents {
  readonly anchor: string;
  /** The name of the list. */
  readonly label: string;
  readonly entries: readonly { readonly anchor: string; readonly heading: string }[];
}

/** One activity in the summary: its heading, and a cell for each column after it. */
export interface SummaryRow {
  readonly activity: string;
  readonly heading: string;
  readonly cells: readonly (readonly Sentence[])[];
}

/**
 * What the policy says of each activity, in one table: what, on which basis, when, how far
 * it identifies, how long it is kept. Each word of a cell stands in the policy as well.
 */
export interface Summary {
  readonly anchor: string;
  readonly caption: string;
  /** The names of the columns; the first is that of the rows' headings. */
  readonly columns: readonly string[];
  readonly rows: readonly SummaryRow[];
}

/** One statement that changed: what was said and what is said, each under a word for it. */
export interface ToldChange {
  readonly anchor: string;
  readonly parts: readonly {
    readonly type: "before" | "after";
    readonly label: string;
    readonly text: string;
  }[];
}

/** Changes of one kind under its name. */
export interface ToldChanges {
  readonly label: string;
  readonly changes: readonly ToldChange[];
}

/** A revision that is no longer in force: what changed since, and its words. */
export interface OlderRevision {
  readonly revision: string;
  readonly anchor: string;
  readonly label: string;
  readonly summary: string;
  readonly difference: {
    readonly label: string;
    readonly groups: readonly ToldChanges[];
    /** What is said where there are no groups. */
    readonly none: string;
  };
  readonly text: {
    readonly label: string;
    readonly introduction: readonly Block[];
    readonly sections: readonly Section[];
  };
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

/** What stands between the sentences of a cell; a setting may be no sentence. */
export function cellSeparator(before: Sentence): " " | " · " {
  return /[.!?]$/.test(plainText(before)) ? " " : " · ";
}

/** The sentences of a cell, each written in one way, in one line. */
export function joinCell(
  cell: readonly Sentence[],
  write: (sentence: Sentence) => string,
): string {
  return cell
    .map((sentence, index) => {
      const before = cell[index - 1];
      return (before ? cellSeparator(before) : "") + write(sentence);
    })
    .join("");
}

/** What a renderer takes: a document, or a page with what stands on it besides. */
export type Renderable = PolicyDocument &
  Partial<Pick<PolicyPage, "issued" | "summary" | "contents" | "samples" | "older">>;

/** A policy as documentation shows it: its document with what is told beside it. */
export interface PolicyPage extends PolicyDocument {
  /** The day of the revision in words, with a time that machines read. */
  readonly issued: Sentence;
  readonly summary: Summary;
  readonly contents: Contents;
  readonly samples: readonly Sample[];
  /** The older revisions, newest first; none where this is the first. */
  readonly older?: {
    readonly anchor: string;
    readonly heading: string;
    readonly revisions: readonly OlderRevision[];
  };
}
