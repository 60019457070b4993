import fc from "fast-check";
import { describe, expect, test } from "vitest";
import de from "../../locales/de/policy.json" with { type: "json" };
import en from "../../locales/en/policy.json" with { type: "json" };
import { formatDay } from "./formatDay.ts";

describe("formatDay", () => {
  test.each([
    ["2025-07-24", "24. Juli 2025", "24 July 2025"],
    ["2024-02-29", "29. Februar 2024", "29 February 2024"],
    ["2025-03-01", "1. März 2025", "1 March 2025"],
    ["2025-12-31", "31. Dezember 2025", "31 December 2025"],
  ])("writes %s as %s and %s", (date, german, english) => {
    expect(formatDay(date, de.day)).toBe(german);
    expect(formatDay(date, en.day)).toBe(english);
  });

  test.each([
    ["de", de.day],
    ["en", en.day],
  ])("agrees with the runtime's calendar on any day in %s", (language, words) => {
    const days = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("2199-12-31"),
      noInvalidDate: true,
    });
    const format = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
      dateStyle: "long",
      timeZone: "UTC",
    });
    fc.assert(
      fc.property(days, (day) => {
        const written = formatDay(day.toISOString().slice(0, 10), words);
        expect(written).toBe(format.format(day));
      }),
    );
  });
});
