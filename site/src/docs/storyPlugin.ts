import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { HastPluginEntry } from "satteri";
import { storyAddress, storyOf } from "../../../.storybook/storyOf.ts";
import { root } from "./docPages.ts";

/** Leads what the tables of the states name in code to its story, in Storybook beside the site. */
export function storyPlugin(base: string): HastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL || relative(root, fileURLToPath(fileURL)) !== "docs/states.md") return;
    return {
      name: "stories-of-the-states",
      element: {
        filter: ["code"],
        visit(node, context) {
          const cell = context.parent(node);
          if (cell?.type !== "element" || cell.tagName !== "td") return;
          const href = `${base}storybook/${storyAddress(storyOf(context.textContent(node)))}`;
          context.wrapNode(node, {
            type: "element",
            tagName: "a",
            properties: { href },
            children: [],
          });
        },
      },
    };
  };
}
