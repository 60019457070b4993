import {
  defineRouteMiddleware,
  type StarlightRouteData,
} from "@astrojs/starlight/route-data";
import { germanLabels, overview } from "./docs/navigation.ts";

type Entry = StarlightRouteData["sidebar"][number];

/**
 * Storybook has no German folder of its own, and what a German page names in English is marked
 * as English (WCAG 3.1.2).
 */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { locale, sidebar, pagination, toc, isFallback } = locals.starlightRoute;
  if (locale !== "de") return;
  const top = toc?.items[0];
  if (top && isFallback) top.text = overview.label;
  const beside = [pagination.prev, pagination.next].filter((link) => link !== undefined);
  for (const link of [...sidebar.flatMap(linksOf), ...beside]) {
    link.href = link.href.replace(/\/de\/storybook\/$/, "/storybook/");
    if (!germanLabels.has(link.label)) link.attrs.lang = "en";
  }
});

function linksOf(entry: Entry): readonly Extract<Entry, { type: "link" }>[] {
  return entry.type === "link" ? [entry] : entry.entries.flatMap(linksOf);
}
