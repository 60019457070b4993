import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type ConfigError, createClient } from "../src/client/index.ts";
import {
  buildProblem,
  createContract,
  problemCodes,
  problems,
  problemType,
} from "../src/contract/index.ts";
import { diagnosticLevels } from "../src/policy/diagnose/diagnostic.ts";
import { type DiagnosticCode, liveConfigPolicy } from "../src/policy/index.ts";
import { fence, readDocument } from "./support/documents.ts";
import { quotesOf, tableOf } from "./support/markdown.ts";

const root = join(import.meta.dirname, "..");
const contract = createContract(liveConfigPolicy());

/** Every code of the client's `ConfigError`; one that is missing here does not compile. */
const configErrorCodes = Object.keys({
  "cross-origin-base-url": true,
  "invalid-base-url": true,
  "invalid-fetch": true,
  "invalid-headers": true,
  "invalid-query-client": true,
} satisfies Record<ConfigError["code"], true>);

const diagnosticCodes = Object.keys(diagnosticLevels) as readonly DiagnosticCode[];

const sentences: Readonly<Record<"de" | "en", Readonly<Record<string, string>>>> = {
  de: JSON.parse(readDocument("locales/de/interface.json")).problem,
  en: JSON.parse(readDocument("locales/en/interface.json")).problem,
};

function page(code: string): string {
  return readDocument(`docs/errors/${code}.md`);
}

function linkText(cell: string | undefined): string | undefined {
  return /^\[([^\]]+)\]\(\1\.md\)$/.exec(cell ?? "")?.[1];
}

describe("the pages about errors", () => {
  const codes = [...problemCodes, ...diagnosticCodes, ...configErrorCodes];

  test("are one for every code, and no more", () => {
    const pages = globSync("docs/errors/*.md", { cwd: root })
      .map((path) => path.replace(/^.*[\\/](.*)\.md$/, "$1"))
      .filter((name) => name !== "README");

    expect(pages.toSorted()).toEqual(codes.toSorted());
  });

  test("are listed with their status or level, problems in the order of the contract", () => {
    const listed = readDocument("docs/errors/README.md").split(/^## /m);
    const rows = (index: number) =>
      tableOf(listed[index] ?? "", "code").map(([code, ...rest]) => [
        linkText(code),
        ...rest,
      ]);

    expect(rows(1)).toEqual(
      problemCodes.map((code) => [
        code,
        String(problems[code].status),
        problems[code].title,
      ]),
    );
    expect(rows(2).map(([code, level]) => [code, level])).toEqual(
      Object.entries(diagnosticLevels),
    );
    expect(rows(3).map(([code]) => code)).toEqual(configErrorCodes);
  });

  test.each(codes)("%s: says what is seen, why, and what to do", (code) => {
    const headings = page(code).match(/^#+ .+$/gm);

    expect(headings).toEqual([`# ${code}`, "## What you see", "## Why", "## What to do"]);
  });

  test.each(problemCodes)("%s: has status and type, and the document of both", (code) => {
    const { instance, detail } = JSON.parse(fence(page(code), "json"));
    const extra = detail === undefined ? { instance } : { instance, detail };

    expect(page(code)).toContain(`\n- Status: ${problems[code].status}\n`);
    expect(page(code)).toContain(`\n- Type: \`${problemType(code)}\`\n`);
    expect(JSON.parse(fence(page(code), "json"))).toEqual(buildProblem(code, extra));
    expect(instance).toMatch(/^urn:uuid:/);
  });

  test.each(problemCodes)("%s: quotes the sentences that the page shows", (code) => {
    expect(quotesOf(page(code))).toEqual([sentences.de[code], sentences.en[code]]);
  });

  test.each(diagnosticCodes)("%s: has its level, and a place in a policy", (code) => {
    expect(page(code)).toContain(`\n- Level: ${diagnosticLevels[code]}\n`);
    expect(fence(page(code), "text")).toMatch(new RegExp(`^${code}: \\S.*\\n$`));
  });

  test.each([
    ["cross-origin-base-url", "https://other.example/api/privacy"],
    ["invalid-base-url", "/api/privacy?server=1"],
  ] as const)("%s: quotes the message", (code, baseUrl) => {
    vi.stubGlobal("location", new URL("https://panel.example/privacy"));
    const [message = ""] = fence(page(code), "text").split("…");

    expect(() => createClient(contract, { baseUrl })).toThrow(message.trim());
  });
});
