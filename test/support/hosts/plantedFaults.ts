/** Faults that the sheet once had, each as what it makes of the sheet as it is. */
export const plantedFaults = {
  "a layer": (sheet: string) => `@layer klartext {${sheet}}`,
  "a size container on the root": (sheet: string) =>
    `${sheet} .kt-root { container-type: inline-size; }`,
  "the system's scheme on the root": (sheet: string) =>
    `${sheet} .kt-root { color-scheme: light dark; }`,
  "lengths in rem": (sheet: string) =>
    sheet
      .replace(/max\(([\d.]+rem), [\d.]+px\)/g, "$1")
      .replace(/(?<=[\d.])em\b/g, "rem"),
  "choices that are each as high as their words": (sheet: string) =>
    sheet.replace("grid-auto-rows: 1fr;", ""),
  "drawings that are not kept": (sheet: string) =>
    sheet.replace(/:where\(svg \*\) \{[^}]*\}/, ""),
} as const;
