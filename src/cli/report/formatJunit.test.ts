// @vitest-environment jsdom
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatJunit } from "./formatJunit.ts";
import type { ShownReport, ShownResult } from "./shownReport.ts";

function report(results: readonly ShownResult[], baseUrl = "http://a"): ShownReport {
  return { baseUrl, findings: [], results, passed: 0, failed: 0, notTried: 0 };
}

function read(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

const named = {
  ...{ id: "a", title: "A", needs: [] },
  ...{ section: "docs/panel-api.md#lists", remedy: "Mend it." },
} as const;

test("a broken rule is a failure, and what was not tried is skipped with its reason", () => {
  const document = read(
    formatJunit(
      report([
        { ...named, outcome: "pass" },
        { ...named, outcome: "not-tried", reason: "No <crash> & none.", cause: null },
        {
          ...{ ...named, outcome: "fail", expected: "200.", request: null, answer: null },
          ...{ cause: null, isFlapping: true },
        },
      ]),
    ),
  );
  const suite = document.querySelector("testsuite");

  expect(suite?.getAttribute("tests")).toBe("3");
  expect(suite?.getAttribute("failures")).toBe("1");
  expect(document.querySelector("skipped")?.getAttribute("message")).toBe(
    "No <crash> & none.",
  );
  expect(document.querySelector("failure")?.textContent).toContain("flapping");
});

test("whatever a panel answers, it is well formed, and says what it said", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const result = {
        ...named,
        outcome: "not-tried",
        reason: text,
        cause: null,
      } as const;
      const document = read(formatJunit(report([result], text)));
      const readable = [...text].map(asXmlHasIt).join("");

      expect(document.querySelector("skipped")?.getAttribute("message")).toBe(readable);
    }),
  );
});

/** XML 1.0 § 2.2 has no place for some characters. */
function asXmlHasIt(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isAllowed =
    code < 0x20
      ? ["\t", "\n", "\r"].includes(character)
      : !/\p{Cs}/u.test(character) && code !== 0xfffe && code !== 0xffff;
  return isAllowed ? character : `\\u${code.toString(16).padStart(4, "0")}`;
}
