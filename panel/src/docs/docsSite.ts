import type { Language } from "../../../src/policy/index.ts";

/** The name of the documentation's page in each language: its pages link each other by it. */
export const docsNames = {
  de: "datenschutz",
  en: "privacy",
} as const satisfies Readonly<Record<Language, string>>;

/** Where the documentation lies in each language. */
export const docsPaths: Readonly<Record<Language, string>> = {
  de: `/docs/${docsNames.de}`,
  en: `/docs/${docsNames.en}`,
};

/** The words of the documentation site around the policy. */
export const docsWords = {
  de: {
    site: "Klartext-Handbuch",
    skip: "Zum Inhalt",
    chapters: "Kapitel",
    contents: "Auf dieser Seite",
    machineReadable: "Maschinenlesbar (JSON-LD)",
    panel: "Zum Panel",
    foot: "Diese Seite wird aus derselben Datenschutzerklärung erzeugt, die das Panel zeigt.",
  },
  en: {
    site: "Klartext manual",
    skip: "To the content",
    chapters: "Chapters",
    contents: "On this page",
    machineReadable: "Machine-readable (JSON-LD)",
    panel: "To the panel",
    foot: "This page is made from the same privacy policy that the panel shows.",
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
