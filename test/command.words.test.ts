import { expect, test } from "vitest";
import { readConfig } from "../src/cli/readConfig.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { languages, policyText } from "../src/policy/index.ts";
import { localeTexts } from "./support/strings.ts";

/** What of the interface's words a command says too. */
const said =
  /^(status|suspended|obstacle|lock|sending|chip|problem|foreign|setup|evidence|changes|difference|viewer)\.|^payload\.(?!newer|loading|copy|save|show)|^history\.(event|nobody|empty)|^timeline\.(deletion|step)|^wish\.decided|^receipt\.(textDigest|revision|number)$/;

/** Those of them that are said where there is a page alone. */
const ofPages = new Set([
  "status.not-read",
  "obstacle.checking",
  "obstacle.policy-not-read",
  "obstacle.payload-newer",
  "evidence.redirected",
  "changes.before",
  "difference.sinceOpened",
  "setup.cross-origin-base-url",
  "setup.invalid-query-client",
]);

const ofAPage = {
  de: /\bSeite\b|\bSchalter|neu laden|Laden Sie|\bTab\b|Browser/,
  en: /\bthis page\b|\bpage\b|\bswitch\b|\breload\b|\btab\b|\bbrowser\b/i,
};

test.each(languages)("a command speaks of no page and no switch, in %s", (language) => {
  const own = localeTexts("command.json")[language];
  const left = [...localeTexts("interface.json")[language]]
    .filter(([key]) => said.test(key) && !ofPages.has(key) && !own.has(key))
    .filter(([, text]) => ofAPage[language].test(text));

  expect(left).toEqual([]);
});

test.each(languages)(
  "the configuration that comes with the demonstration says what it says, in %s",
  async (language) => {
    const policy = await readConfig("panel/klartext.config.json");

    expect(policyText(policy, language)).toBe(
      policyText(policyInForce("2025-07-24"), language),
    );
  },
);
