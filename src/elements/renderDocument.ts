import type { Block, Inline, Row, Sentence } from "../policy/document.ts";
import type { ShownDocument } from "./builtInDocument.ts";

type Content = Node | string;
type WithId = (anchor: string, element: HTMLElement) => HTMLElement;

/**
 * The nodes of a policy, as `renderHtml` writes them with the same prefix of ids; no text is
 * ever read as HTML.
 */
export function renderDocument(
  { language, revision, title, introduction, sections }: ShownDocument,
  headingLevel: number,
  idPrefix: string,
): HTMLElement {
  const withId: WithId = (anchor, element) => {
    element.id = idPrefix + anchor;
    return element;
  };
  const heading = (level: number) => `h${Math.min(level, 6)}`;
  const article = create(
    "article",
    create(heading(headingLevel), title),
    ...introduction.map((block) => renderBlock(block, withId)),
    ...sections.map(({ anchor, heading: words, blocks }) => {
      const name = withId(anchor, create(heading(headingLevel + 1), words));
      const section = create(
        "section",
        name,
        ...blocks.map((block) => renderBlock(block, withId)),
      );
      section.setAttribute("aria-labelledby", name.id);
      return section;
    }),
  );
  article.className = "kt-root kt-policy";
  article.lang = language;
  article.dataset.revision = revision;
  return article;
}

function renderBlock(block: Block, withId: WithId): Node {
  switch (block.type) {
    case "paragraph":
      return create(
        "p",
        ...separate(
          " ",
          block.sentences.map((sentence) =>
            withId(sentence.anchor, create("span", ...contentOf(sentence))),
          ),
        ),
      );
    case "list":
      return create(
        "ul",
        ...block.entries.map((entry) =>
          withId(entry.anchor, create("li", ...contentOf(entry))),
        ),
      );
    case "rows":
      return create("dl", ...block.rows.flatMap((row) => renderRow(row, withId)));
  }
}

function renderRow({ anchor, name, values }: Row, withId: WithId): readonly Node[] {
  const words = values.map((value) => create("span", ...contentOf(value)));
  return [create("dt", name), withId(anchor, create("dd", ...separate(" · ", words)))];
}

function contentOf({ content }: Sentence): readonly Content[] {
  return content.map(renderInline);
}

function renderInline(node: Inline): Content {
  if (node.type === "text") return node.text;
  const element = create(node.type, node.text);
  if (node.type === "time") element.setAttribute("datetime", node.dateTime);
  else element.translate = false;
  return element;
}

function separate(separator: string, nodes: readonly Node[]): readonly Content[] {
  return nodes.flatMap((node, index) => (index > 0 ? [separator, node] : [node]));
}

function create(tag: string, ...content: readonly Content[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}
