import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../test/support/runCommandLine.ts";
import { createCommandWords } from "../i18n/createCommandWords.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { recordOfProcessing } from "./recordOfProcessing.ts";

const words = createCommandWords("en", (text) => text);

describe("a draft of a record of processing", () => {
  test("has a line for each activity and point, in both languages", async () => {
    const english = await runCommandLine(["policy", "--format", "record"]);
    const german = await runCommandLine(["policy", "--format", "record", "--lang", "de"]);

    for (const { printed, status } of [english, german]) {
      const lines = printed.split("\r\n");
      expect(status).toBe(0);
      expect(lines).toHaveLength(1 + 3 * 10);
      expect(lines.every((line) => line.split('","').length === 3)).toBe(true);
    }
    expect(english.printed).toContain('"Server statistics","Legal basis","Consent');
    expect(german.printed).toContain(
      '"Serverstatistiken","Rechtsgrundlage","Einwilligung',
    );
  });

  test("names what a controller has to add, and takes what the settings say", () => {
    const bare = recordOfProcessing(liveConfigPolicy(), "en", words);
    const stated = recordOfProcessing(
      liveConfigPolicy({
        settings: {
          controller: { de: "Muster GmbH", en: "Example Ltd" },
          retention: { "server-statistics": { de: "1 Jahr", en: "1 year" } },
        },
      }),
      "en",
      words,
    );

    expect(bare.match(/To be added by the controller: name/g)).toHaveLength(3);
    expect(stated).not.toContain("To be added by the controller: name");
    expect(stated).toContain('"(a) Controller, with contact details","Example Ltd"');
    expect(stated).toContain('"(f) Time limits for deletion","1 year"');
  });

  test("holds nothing that a spreadsheet takes for a formula", () => {
    const policy = liveConfigPolicy({
      settings: { controller: { de: "=1+1", en: '=HYPERLINK("https://example.org")' } },
    });

    const record = recordOfProcessing(policy, "en", words);
    expect(record).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    expect(record).not.toMatch(/(^|,)"[=+@-]/m);
  });
});
