import { afterEach, expect, test } from "vitest";
import { pageLanguage } from "./pageLanguage.ts";

afterEach(() => {
  document.documentElement.removeAttribute("class");
  document.documentElement.removeAttribute("lang");
});

test("a page that names no language has none while it is translated", () => {
  const language = pageLanguage(() => document.body);
  expect(language.read()).toBeUndefined();

  document.documentElement.className = "translated-ltr";
  document.documentElement.lang = "en";

  expect(language.read()).toBeUndefined();
});
