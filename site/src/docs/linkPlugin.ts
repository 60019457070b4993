import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { HastPluginEntry } from "satteri";
import { root } from "./docPages.ts";
import { slugOfDocument } from "./loadDocs.ts";
import { type LinkPlace, resolveLink } from "./resolveLink.ts";

/** Leads the links and pictures of the repository's documents to the site's pages and files. */
export function linkPlugin(base: string): HastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL) return;
    const file = relative(root, fileURLToPath(fileURL)).replaceAll("\\", "/");
    const place: LinkPlace = { file, slug: slugOfDocument(file), base };
    return {
      name: "links-of-the-repository",
      element: [
        {
          filter: ["a"],
          visit(node, context) {
            const href = node.properties.href;
            if (typeof href !== "string") return;
            context.setProperty(node, "href", resolveLink(href, place));
          },
        },
        {
          filter: ["img"],
          visit(node, context) {
            const src = node.properties.src;
            if (typeof src !== "string") return;
            context.setProperty(node, "src", resolveLink(src, place));
          },
        },
      ],
      raw(node) {
        const value = node.value.replace(
          /\b(src|srcset|href)="([^"]+)"/g,
          (_all, name: string, href: string) => `${name}="${resolveLink(href, place)}"`,
        );
        return value === node.value ? undefined : { type: "raw", value };
      },
    };
  };
}
