import { evidenceLines } from "./evidenceLines.ts";
import type { ShownReport, ShownResult } from "./shownReport.ts";

/**
 * The report as JUnit XML: a broken rule is a failure, one that was not tried is skipped
 * with its reason, and what stands between here and the panel is a failure of its own.
 */
export function formatJunit({ baseUrl, findings, results }: ShownReport): string {
  const found = findings.filter(({ effect }) => effect !== "delays");
  const failures = results.filter(({ outcome }) => outcome === "fail").length;
  const skipped = results.filter(({ outcome }) => outcome === "not-tried").length;
  const cases = [
    ...found.map(({ kind, title, seen, remedy }) =>
      testCase(kind, "found", [
        `<failure message="${toXml(title)}">${toXml([...seen, remedy].join("\n"))}</failure>`,
      ]),
    ),
    ...results.map((result) =>
      testCase(`${result.id}: ${result.title}`, "rules", outcomeOf(result)),
    ),
  ];
  const counts = `tests="${cases.length}" failures="${failures + found.length}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${toXml(`klartext test-panel ${baseUrl}`)}" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(name: string, kind: string, content: readonly string[]): string {
  const start = `    <testcase classname="klartext.${kind}" name="${toXml(name)}"`;
  return content.length === 0
    ? `${start}/>`
    : [`${start}>`, ...content.map((line) => `      ${line}`), "    </testcase>"].join(
        "\n",
      );
}

function outcomeOf(result: ShownResult): readonly string[] {
  switch (result.outcome) {
    case "pass":
      return [];
    case "not-tried":
      return [`<skipped message="${toXml(result.reason)}"/>`];
    case "fail":
      return [
        `<failure message="${toXml(result.expected)}">${toXml(evidenceLines(result).join("\n"))}</failure>`,
      ];
  }
}

/** Text for XML 1.0 § 2.2, which has no place for most control characters at all. */
function toXml(text: string): string {
  return [...text].map(toXmlCharacter).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function toXmlCharacter(character: string): string {
  const entity = entities[character];
  if (entity !== undefined) return entity;
  const isAllowed = /^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character);
  if (isAllowed) return character;
  const code = character.codePointAt(0) ?? 0;
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
