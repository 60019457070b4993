import { createInstance as createI18next } from "i18next";
import { describe, expect, test } from "vitest";
import { everyWord, interfaceTexts } from "../../test/support/everyWord.ts";
import { addTexts } from "../i18n/addTexts.ts";
import { createInstance } from "./miniI18n.ts";

/** What `buildWords` asks for. */
function optionsFor(language: "de" | "en") {
  return {
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: ["klartext"],
    defaultNS: "klartext",
    resources: { [language]: { klartext: interfaceTexts[language].first } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  } as const;
}

describe.each(["de", "en"] as const)("the small words, %s", (language) => {
  const small = createInstance();
  small.init(optionsFor(language));
  const i18next = createI18next();
  void i18next.init(optionsFor(language));
  for (const instance of [small, i18next]) {
    addTexts(instance as typeof i18next, language, interfaceTexts[language].lazy);
  }

  test("say every key with every count, and without any value, as i18next does", () => {
    const said = everyWord(language);

    expect(said.length).toBeGreaterThan(2_000);
    for (const { key, values } of said) {
      expect([key, values, small.t(key, values)]).toEqual([
        key,
        values,
        i18next.t(key, values),
      ]);
    }
  });

  test("say a key that is missing as i18next does", () => {
    expect(small.t("no.such.key")).toBe(i18next.t("no.such.key"));
  });
});
