import { Fragment, type HTMLAttributes, type ReactNode } from "react";
import type { Block, Inline, Row, Sentence } from "../../policy/document.ts";

export interface PolicyBlocksProps {
  readonly blocks: readonly Block[];
  /** Put before every anchor, so that a document can stand twice on one page. */
  readonly idPrefix: string;
  /** What stands behind a sentence. */
  readonly after?: ((sentence: Sentence) => ReactNode) | undefined;
  /** What the element of a sentence has besides. */
  readonly attributes?: ((sentence: Sentence) => HTMLAttributes<HTMLElement>) | undefined;
}

/** The paragraphs, lists and rows of a policy: `<p>`, `<ul>` and `<dl>`. */
export function PolicyBlocks({ blocks, ...rest }: PolicyBlocksProps) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a policy's blocks never change places
    <PolicyBlock key={index} block={block} {...rest} />
  ));
}

function PolicyBlock({
  block,
  idPrefix,
  after,
  attributes,
}: { readonly block: Block } & Omit<PolicyBlocksProps, "blocks">) {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          {block.sentences.map((sentence, index) => (
            <Fragment key={sentence.anchor}>
              {index > 0 && <span> </span>}
              <span id={idPrefix + sentence.anchor} {...attributes?.(sentence)}>
                <PolicySentence sentence={sentence} />
                {after?.(sentence)}
              </span>
            </Fragment>
          ))}
        </p>
      );
    case "list":
      return (
        <ul>
          {block.entries.map((entry) => (
            <li key={entry.anchor} id={idPrefix + entry.anchor} {...attributes?.(entry)}>
              <PolicySentence sentence={entry} />
              {after?.(entry)}
            </li>
          ))}
        </ul>
      );
    case "rows":
      return <PolicyRows rows={block.rows} idPrefix={idPrefix} />;
  }
}

export interface PolicyRowsProps {
  readonly rows: readonly Row[];
  readonly idPrefix: string;
}

/** What a policy or a card says under a name each: `<dl>`. */
export function PolicyRows({ rows, idPrefix }: PolicyRowsProps) {
  return (
    <dl className="kt-rows">
      {rows.map(({ anchor, name, values }) => (
        <div key={anchor} className="kt-rows__row">
          <dt>{name}</dt>
          <dd id={idPrefix + anchor}>
            {values.map((sentence, index) => (
              <Fragment key={sentence.anchor}>
                {index > 0 && <span> · </span>}
                <PolicySentence sentence={sentence} />
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The words of one sentence, each part an element of its own. */
export function PolicySentence({ sentence }: { readonly sentence: Sentence }) {
  return sentence.content.map(renderInline);
}

/** No component: a policy has a hundred of these. A sentence's parts never change places. */
function renderInline(node: Inline, key: number) {
  switch (node.type) {
    case "code":
      return (
        <code key={key} translate="no">
          {node.text}
        </code>
      );
    case "time":
      return (
        <time key={key} dateTime={node.dateTime}>
          {node.text}
        </time>
      );
    case "text":
      return <span key={key}>{node.text}</span>;
  }
}
