import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { docPages } from "./src/docs/docPages.ts";
import { folderPages } from "./src/docs/folderPages.ts";
import { type NavigationGroup, navigation, overview } from "./src/docs/navigation.ts";

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>;

/** The navigation as Starlight takes it. */
export const sidebar: Sidebar = navigation.map((group) => ({
  label: group.label,
  translations: { de: group.de },
  collapsed: group.folder !== undefined,
  items: [...ofFolder(group), ...group.items.map(itemOf)],
}));

function itemOf(item: NavigationGroup["items"][number]) {
  if (typeof item === "string") return item;
  const { link, label, de } = item;
  return { link, label, translations: { de } };
}

function ofFolder({ folder }: NavigationGroup) {
  if (folder === undefined) return [];
  const inside = [...docPages(), ...folderPages()]
    .map(({ slug }) => slug)
    .filter((slug) => slug.startsWith(`${folder}/`));
  const { label, de } = overview;
  return [{ slug: folder, label, translations: { de } }, ...inside];
}
