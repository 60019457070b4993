import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { languages } from "../policy/language.ts";
import { formatNumber } from "./formatMoment.ts";

const locales = { de: "de-DE", en: "en-GB" } as const;

test.each(languages)("a whole number is written as Intl writes it, in %s", (language) => {
  const intl = new Intl.NumberFormat(locales[language]);

  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.maxSafeInteger()), (value) => {
      expect(formatNumber(value, language)).toBe(intl.format(value));
    }),
    { examples: [[0], [999], [1_000], [-1_000], [10_000_000]] },
  );
});

test("a number waits for no Intl.NumberFormat", () => {
  const made = vi.spyOn(Intl, "NumberFormat");

  expect(formatNumber(7_123, "de")).toBe("7.123");
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});
