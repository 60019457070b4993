import { join } from "node:path";
import { expect, test } from "vitest";
import { referencePolicy } from "../src/policy/demo/referencePolicy.ts";
import {
  buildDocument,
  buildPage,
  type Language,
  languages,
  liveConfigPolicy,
  renderHtml,
} from "../src/policy/index.ts";
import { localeFiles, localeTexts } from "./support/strings.ts";
import { wordsNamed, wordsRead } from "./support/wordsNamed.ts";

const root = join(import.meta.dirname, "..");
const isNamed = wordsNamed(root);
const isRead = wordsRead(root);

/** The texts that code names by their keys, those that it reads of an object, and the policy's. */
const named = ["interface.json", "lazy.json", "command.json"];
const read = ["opening.json", "page.json", "revisions.json"];
const told = "policy.json";

const keysOf = (file: string) =>
  [...localeTexts(file).de.keys()].map((key) => key.replace(/_(one|other)$/, ""));

/** Everything that the built-in policy says, with a host's statements and without. */
function everythingSaid(language: Language): string {
  return [referencePolicy, liveConfigPolicy()]
    .flatMap((policy) => [
      JSON.stringify(buildDocument(policy, language)),
      renderHtml(buildPage(policy, language)),
    ])
    .join();
}

test("every file of words is looked through", () => {
  expect(localeFiles("de")).toEqual([...named, ...read, told].toSorted());
});

test.each(named)("every word of %s is one that the code says", (file) => {
  expect(keysOf(file).length).toBeGreaterThan(100);
  expect(keysOf(file).filter((key) => !isNamed(key))).toEqual([]);
});

test.each(read)("every word of %s is one that the code reads", (file) => {
  expect(keysOf(file).length).toBeGreaterThan(3);
  expect(keysOf(file).filter((key) => !isRead(key))).toEqual([]);
});

test.each(languages)(
  "every text of policy.json is one that the policy says, in %s",
  (language) => {
    const said = everythingSaid(language);
    const texts = [...localeTexts(told)[language]].filter(
      // A policy has one day, and a day has one month.
      ([key]) => !/^day\.(format|months\.\d+)$/.test(key),
    );
    const unsaid = texts.filter(
      ([, text]) =>
        !text.split(/\{\{[^}]*\}\}|`/).every((part) => said.includes(part.trim())),
    );

    expect(texts.length).toBeGreaterThan(50);
    expect(unsaid).toEqual([]);
  },
);

test("a word is not said because a part of it is", () => {
  expect(isNamed("timeline.step.last")).toBe(true);
  expect(isNamed("timeline.step.nobody-says-this")).toBe(false);
  expect(isNamed("nobody.says.this")).toBe(false);
  expect(isRead("summary.inSection")).toBe(true);
  expect(isRead("summary.nobodySaysThis")).toBe(false);
});
