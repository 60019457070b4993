/** The widths that a design is looked at, as viewports of the toolbar, by their ids. */
export const viewports = Object.fromEntries(
  [320, 360, 768, 1280].map((width) => [
    `w${width}`,
    {
      name: `${width} px`,
      styles: { width: `${width}px`, height: "100%" },
      type: width < 600 ? ("mobile" as const) : ("desktop" as const),
    },
  ]),
);

export const languageItems = [
  { value: "de", title: "Deutsch" },
  { value: "en", title: "English" },
] as const;

export const colourItems = [
  { value: "light", title: "Light" },
  { value: "dark", title: "Dark" },
  { value: "forced", title: "Forced colours (imitated)" },
] as const;
