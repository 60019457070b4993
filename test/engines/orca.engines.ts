import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../src/policy/index.ts";
import { launchFirefox } from "./browsers/openFirefox.ts";
import { openAloud } from "./orca/aloud.ts";
import { type Orca, startOrca } from "./orca/startOrca.ts";
import { tasksAloud } from "./orca/tasksAloud.ts";
import { type Outcome, tellOutcomes } from "./outcomes.ts";

let orca: Orca;
let browser: Browser;
const outcomes = new Map<string, Map<string, Outcome>>();

beforeAll(async () => {
  orca = await startOrca();
  browser = await launchFirefox({}, false);
});

afterAll(async () => {
  await browser?.close();
  await orca?.stop();
  await tellOutcomes("Orca with Firefox", outcomes);
});

/**
 * What a screen reader says of markup that is not what it should be. A heading that has been
 * given the focus is called clickable by Orca 43 wherever anything around it hears clicks.
 */
const unclear = /(?<!heading level \d )clickable|non-uniform|status ?bar|^=/i;

describe.each(languages)("in %s", (language) => {
  test.each(tasksAloud)("$name", async ({ name, run, words }) => {
    const row = outcomes.get(name) ?? new Map<string, Outcome>();
    outcomes.set(name, row);
    row.set(language, "failed");
    const aloud = await openAloud(browser, orca, language);
    try {
      await run(aloud);

      const heard = aloud.heard();
      const announced = await aloud.announced();
      const isAnnounced = new Set(announced);
      expect(heard.filter((one) => isAnnounced.has(one))).toEqual(announced);
      const places = words(aloud.names).map((word) =>
        heard.findIndex((sentence) => sentence.includes(word)),
      );
      expect(places).not.toContain(-1);
      expect(heard.filter((sentence) => unclear.test(sentence))).toEqual([]);
      row.set(language, "done");
    } finally {
      await aloud.keep(`${language}/${name.replaceAll(" ", "-")}`);
      await aloud.close();
    }
  });
});
