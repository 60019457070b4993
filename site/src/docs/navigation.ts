/** A page in the navigation: its slug alone is called by its title. */
export type NavigationItem =
  | string
  | { readonly link: string; readonly label: string; readonly de: string };

/** A group of the navigation, named in both languages. */
export interface NavigationGroup {
  readonly label: string;
  readonly de: string;
  readonly items: readonly NavigationItem[];
  /** The folder whose pages are in it, folded; its own page comes first. */
  readonly folder?: string;
}

/** What the navigation leads to, in order. */
export const navigation: readonly NavigationGroup[] = [
  {
    label: "Begin here",
    de: "Zum Einstieg",
    items: [
      { link: "/", label: "What it is", de: "Worum es geht" },
      { link: "/live/", label: "Try it here", de: "Hier ausprobieren" },
      { link: "/policy/", label: "Privacy policy", de: "Datenschutzerklärung" },
      { link: "/storybook/", label: "Storybook", de: "Storybook" },
      "introduction",
      "start",
    ],
  },
  {
    label: "In documentation",
    de: "In einer Dokumentation",
    items: ["docs-sites", "own-product"],
  },
  {
    label: "In a page",
    de: "In einer Seite",
    items: ["elements", "hosts", "props", "theming", "states"],
  },
  {
    label: "The panel",
    de: "Das Panel",
    items: ["panel", "other-languages", "panel-api", "test-panel", "behind-a-proxy"],
  },
  {
    label: "Without a browser",
    de: "Ohne Browser",
    items: ["command", "fleet", "export"],
  },
  {
    label: "What it keeps to",
    de: "Woran es sich hält",
    items: ["security", "accessibility", "performance", "architecture"],
  },
  { label: "Errors", de: "Fehler", folder: "errors", items: [] },
  { label: "Examples", de: "Beispiele", folder: "examples", items: [] },
  { label: "Decisions", de: "Entscheidungen", folder: "decisions", items: [] },
  {
    label: "The project",
    de: "Das Projekt",
    items: ["contributing", "style-guide", "changelog"],
  },
];

/** What a folder's own page is called beside the others. */
export const overview = { label: "Overview", de: "Überblick" };

/** What the navigation says in German; all else in it is the title of a document. */
export const germanLabels: ReadonlySet<string> = new Set([
  overview.de,
  ...navigation.flatMap(({ items }) =>
    items.flatMap((item) => (typeof item === "string" ? [] : [item.de])),
  ),
]);
