import {
  readPolicyText,
  type TextBlock,
  type TextInline,
} from "../../policy/readPolicyText.ts";
import { Heading } from "../Heading.tsx";

export interface ReceiptWordsProps {
  /** As `policyText` wrote it. */
  readonly text: string;
  readonly lang: string;
  /** Of the text's title. */
  readonly headingLevel: number;
}

/** The wording that was decided on, to read: its headings, paragraphs and lists. */
export function ReceiptWords({ text, lang, headingLevel }: ReceiptWordsProps) {
  return (
    <div className="kt-receipt__words" lang={lang} data-kt="receipt-words">
      {readPolicyText(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's blocks never change places
        <WordsBlock key={index} {...{ block, headingLevel }} />
      ))}
    </div>
  );
}

interface WordsBlockProps {
  readonly block: TextBlock;
  readonly headingLevel: number;
}

function WordsBlock({ block, headingLevel }: WordsBlockProps) {
  switch (block.type) {
    case "heading":
      return (
        <Heading level={headingLevel + block.level - 1}>
          <Words content={block.content} />
        </Heading>
      );
    case "paragraph":
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text's lines never change places
            <li key={index}>
              <Words content={entry} />
            </li>
          ))}
        </ul>
      );
  }
}

function Words({ content }: { readonly content: readonly TextInline[] }) {
  return content.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's words never change places
    <Word key={index} {...inline} />
  ));
}

function Word({ type, text }: TextInline) {
  switch (type) {
    case "code":
      return <code translate="no">{text}</code>;
    case "strong":
      return <strong>{text}</strong>;
    case "text":
      return <span>{text}</span>;
  }
}
