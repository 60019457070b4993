import type { Language } from "../policy/language.ts";

/** British English: days before months, and never 07/24/2025. */
const locales: Readonly<Record<Language, string>> = { de: "de-DE", en: "en-GB" };

function momentFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], {
    year: "numeric",
    month: language === "de" ? "2-digit" : "short",
    day: language === "de" ? "2-digit" : "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
}

/** A moment in the reader's own time, with its zone, such as "24.07.2025, 09:12 MESZ". */
export function formatMoment(moment: Date, language: Language): string {
  return momentFormat(language).format(moment);
}

/** The zone with which `formatMoment` ends, such as "MESZ". */
export function zoneOf(moment: Date, language: Language): string {
  const parts = momentFormat(language).formatToParts(moment);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/**
 * A whole number as the language writes it. `Intl.NumberFormat` writes the same, but a slow
 * computer takes about 50 ms for the first of a page, and switches wait for it.
 */
export function formatNumber(value: number, language: Language): string {
  return `${value}`.replace(/\B(?=(\d{3})+$)/g, language === "de" ? "." : ",");
}

/** A month in the reader's own time, such as "Nov. 2026". */
export function formatMonth(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    year: "numeric",
    month: "short",
  }).format(moment);
}
