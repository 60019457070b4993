import { createInstance as createI18next } from "i18next";
import { describe, expect, test } from "vitest";
import de from "../../locales/de/interface.json" with { type: "json" };
import en from "../../locales/en/interface.json" with { type: "json" };
import { createInstance } from "./smallWords.ts";

const texts = { de, en } as const;

/** What `buildWords` asks for. */
function optionsFor(language: "de" | "en") {
  return {
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: ["interface"],
    defaultNS: "interface",
    resources: { [language]: { interface: texts[language] } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  } as const;
}

function keysOf(tree: object, path = ""): readonly string[] {
  return Object.entries(tree).flatMap(([name, child]) =>
    typeof child === "string" ? [path + name] : keysOf(child, `${path}${name}.`),
  );
}

describe.each(["de", "en"] as const)("the small words, %s", (language) => {
  const small = createInstance();
  small.init(optionsFor(language));
  const i18next = createI18next();
  void i18next.init(optionsFor(language));
  const keys = keysOf(texts[language]).map((key) => key.replace(/_(one|other)$/, ""));
  const named = keysOf(texts[language]).flatMap(
    (key) => i18next.t(key).match(/\{\{\w+\}\}/g) ?? [],
  );
  const values = Object.fromEntries(
    [...new Set(named)].map((place) => [place.slice(2, -2), `<${place}> & "$&"`]),
  );

  test("say every sentence as i18next does", () => {
    expect(keys.length).toBeGreaterThan(150);
    for (const key of keys) {
      expect(small.t(key, values), key).toBe(i18next.t(key, values));
    }
  });

  test.each([0, 1, 2, 1000])("count %i as i18next does", (count) => {
    for (const key of keys) {
      expect(small.t(key, { ...values, count }), key).toBe(
        i18next.t(key, { ...values, count }),
      );
    }
  });

  test("say a key that is missing as i18next does", () => {
    expect(small.t("no.such.key")).toBe(i18next.t("no.such.key"));
  });
});
