import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import {
  faults,
  kitFiles,
  kitJson,
  kitPolicy,
  kitText,
} from "../../../test/support/builtKit.ts";
import { fencesOf } from "../../../test/support/markdown.ts";
import { problemCodes, problems, problemType } from "../../contract/index.ts";
import { problemSentences } from "../../i18n/problemSentences.ts";
import { digest, digestPath } from "../../payload/index.ts";
import { nilUuid, policyText } from "../../policy/index.ts";
import { buildKit } from "./buildKit.ts";

const sentences = problemSentences();
const panelApi = readFileSync(
  join(import.meta.dirname, "../../../docs/panel-api.md"),
  "utf8",
);

describe("the kit", () => {
  test("has the texts that a person agrees to, under their digests", async () => {
    for (const language of ["de", "en"] as const) {
      const text = policyText(kitPolicy, language);
      const path = digestPath(await digest(new TextEncoder().encode(text)));
      expect(kitText(`texts/${path}.md`)).toBe(text);
      expect(kitText("policy.json")).toContain(path);
    }
  });

  test("has samples that its schemas take, with the nil UUID", () => {
    for (const purpose of ["crash-reports", "server-statistics"]) {
      expect(faults(`payloads/${purpose}`, kitJson(`samples/${purpose}.json`))).toEqual(
        [],
      );
    }
    expect(kitJson("samples/server-statistics.json")).toMatchObject({ id: nilUuid });
  });

  test("tells every problem in order, with what a page says of it in both languages", () => {
    expect(kitJson("problems.json")).toEqual(
      problemCodes.map((code) => ({
        ...{ code, type: problemType(code), ...problems[code] },
        sentence: { de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
      })),
    );
  });

  test("names every one of its files in its README", () => {
    const named = [...kitText("README.md").matchAll(/`([\w<>./-]+)`/g)].map(
      ([, name = ""]) => name.replace("<digest>", ""),
    );
    const unnamed = [...kitFiles.keys()].filter(
      (path) =>
        path !== "README.md" &&
        !named.some((name) => path === name || path.startsWith(name.replace(".md", ""))),
    );

    expect(unnamed).toEqual([]);
  });

  test("of another product has that product's texts and purposes, and says what is missing", async () => {
    const kit = await buildKit({ policy: otherPolicy, version: "1.2.3", sentences });
    const whole = kit.map(({ content }) => content).join("\n");

    expect(whole).toContain("update-check");
    expect(whole).not.toContain("crash-reports");
  });
});

describe("docs/panel-api.md", () => {
  test("shows the tables that the kit has", () => {
    const [sql] = fencesOf(panelApi).filter(({ language }) => language === "sql");

    expect(sql?.text).toBe(kitText("store.sql"));
  });

  test("shows payloads that the schemas take, and every pattern of their leaves", () => {
    const shown = fencesOf(panelApi)
      .filter(({ language }) => language === "json")
      .map(({ text }) => JSON.parse(text));
    const patterns = ["crash-reports", "server-statistics"].flatMap((purpose) =>
      [...kitText(`schemas/payloads/${purpose}.json`).matchAll(/"pattern": (".*")/g)].map(
        ([, pattern = ""]) => String(JSON.parse(pattern)),
      ),
    );
    const inWords = patterns.filter((pattern) => !panelApi.includes(`\`${pattern}\``));

    expect(faults("payloads/crash-reports", shown[1])).toEqual([]);
    expect(faults("payloads/server-statistics", shown[2])).toEqual([]);
    // A line of visible text, and a UUID: their rows say it.
    expect(new Set(inWords).size).toBe(2);
  });
});
