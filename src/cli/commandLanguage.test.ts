import { expect, test } from "vitest";
import { languageIn, languageOf } from "./commandLanguage.ts";

test.each([
  [{}, "en"],
  [{ LANG: "" }, "en"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{ LANG: "de_DE.UTF-8" }, "de"],
  [{ LANG: "de" }, "de"],
  [{ LANG: "den_CA" }, "en"],
  [{ LANG: "fr_FR.UTF-8" }, "en"],
  [{ LANG: "en_GB.UTF-8", LC_MESSAGES: "de_AT" }, "de"],
  [{ LANG: "de_DE.UTF-8", LC_MESSAGES: "en_GB" }, "en"],
  [{ LC_ALL: "C", LC_MESSAGES: "de_DE", LANG: "de_DE" }, "en"],
  [{ LC_ALL: "", LANG: "de_DE" }, "de"],
])("the environment %j speaks %s", (env, language) => {
  expect(languageOf(env)).toBe(language);
});

test.each([
  [["--language", "de"], "de"],
  [["--language=de"], "de"],
  [["x", "--language", "en"], "en"],
  [["--language", "fr"], "en"],
  [["--language"], "en"],
  [["de"], "en"],
])("the arguments %j speak %s", (args, language) => {
  expect(languageIn(args, {})).toBe(language);
});
