import { evaluateSync } from "@mdx-js/mdx";
import { type ParentNode, parse, type TemplateChildNode } from "@vue/compiler-dom";
import MarkdownIt from "markdown-it";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";

/** The HTML that a site of MDX pages makes of Markdown. @throws when it does not compile. */
export function readMdx(markdown: string): string {
  const { default: Content } = evaluateSync(markdown, { ...runtime });
  return renderToStaticMarkup(createElement(Content));
}

const commonMark = new MarkdownIt("commonmark");

/** The HTML that CommonMark makes of Markdown. */
export function readCommonMark(markdown: string): string {
  return commonMark.render(markdown);
}

/**
 * What a Vue template made of Markdown would compute when it is rendered: every `{{ … }}`,
 * directive and component. Code blocks are left out: sites mark them with `v-pre`.
 */
export function computedByVue(markdown: string): readonly string[] {
  const html = readCommonMark(markdown).replace(/<pre>/g, "<pre v-pre>");
  return parse(html, {
    onError: (error) => {
      throw error;
    },
  }).children.flatMap(computed);
}

/** The numbers of Vue's `NodeTypes` and `ElementTypes`, which are constants of its types alone. */
const interpolation = 5;
const directive = 7;
const plainElement = 0;

function computed(node: TemplateChildNode): readonly string[] {
  if (node.type === interpolation) return [node.loc.source];
  if (!("children" in node)) return [];
  const { children } = node as ParentNode & { children: readonly TemplateChildNode[] };
  const own =
    "tag" in node && (node.tagType !== plainElement || node.props.some(isDirective))
      ? [`<${node.tag}>`]
      : [];
  return [...own, ...children.flatMap(computed)];
}

function isDirective({ type }: { type: number }): boolean {
  return type === directive;
}

/** What a person reads of some HTML, in one line; names in rows end with a colon. */
export function wordsOf(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("[hidden]")) element.remove();
  for (const name of page.querySelectorAll("dt")) name.append(": ");
  for (const end of page.querySelectorAll(
    "p, li, dd, h1, h2, h3, summary, pre, caption, th, td",
  )) {
    end.append("\n");
  }
  return (page.body.textContent ?? "").replace(/[\t\n\f\r ]+/g, " ").trim();
}

/** What reads the Markdown of a policy, by its name. */
export const markdownReaders = { CommonMark: readCommonMark, MDX: readMdx } as const;

/** Every element of some HTML with its attributes. */
export function elementsOf(html: string): readonly string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.body.querySelectorAll("*")].map((element) =>
    [element.localName, ...element.getAttributeNames()].join(" "),
  );
}
