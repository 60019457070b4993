import type { Finding } from "../../testing/index.ts";
import { readableLines } from "../readableLines.ts";
import { type GivenHeaders, headerVariables } from "./curlLine.ts";
import { evidenceLines } from "./evidenceLines.ts";
import type { ShownReport, ShownResult } from "./shownReport.ts";

/**
 * The report for a person to read: what was found between here and the panel, each with the
 * rules that it explains, and every other rule with what became of it.
 */
export function formatReport(report: ShownReport, given: GivenHeaders): string {
  const { findings, results, passed, failed, notTried } = report;
  const explained = results.filter(isExplained);
  const broken = explained.filter(({ outcome }) => outcome === "fail").length;
  const flapping = results.filter(
    (result) => result.outcome === "fail" && result.isFlapping,
  ).length;
  const counts = [
    `${passed} kept`,
    `${failed - broken} broken${flapping > 0 ? ` (${flapping} flapping)` : ""}`,
    ...(broken > 0 ? [`${broken} broken by what is said above`] : []),
    `${notTried} not tried`,
  ];
  const shown = results.filter((result) => !explained.includes(result));
  return [
    ...findings.map((found) => formatFinding(found, explained)),
    ...shown.map(formatResult),
    ...explainVariables(shown, given),
    "",
    `${counts.join(", ")}.`,
  ].join("\n");
}

/** Whether what was found says enough: that a consent may be left behind is told in full. */
function isExplained(result: ShownResult): boolean {
  const isLeft = result.id === "left-withdrawn" && result.outcome === "fail";
  return causeOf(result) !== null && !isLeft;
}

function causeOf(result: ShownResult): Finding["kind"] | null {
  return result.outcome === "pass" ? null : result.cause;
}

function formatFinding(
  { kind, title, seen, why, remedy, docs }: Finding,
  results: readonly ShownResult[],
): string {
  const own = results.filter((result) => causeOf(result) === kind);
  const rules = (outcome: ShownResult["outcome"], what: string) => {
    const ids = own.filter((result) => result.outcome === outcome).map(({ id }) => id);
    return ids.length > 0 ? [`${what} (${ids.length}): ${ids.join(", ")}`] : [];
  };
  const lines = [
    ...seen.map((line) => `seen: ${line}`),
    `why it matters: ${why}`,
    `what to do: ${remedy}`,
    `more: ${docs}`,
    ...rules("fail", "broken by this"),
    ...rules("not-tried", "not tried because of this"),
  ];
  return [`FOUND      ${kind}: ${title}`, ...lines.map(indent)].join("\n");
}

const marks = { pass: "pass     ", fail: "FAIL     ", "not-tried": "not tried" } as const;

function formatResult(result: ShownResult): string {
  const line = `${marks[result.outcome]}  ${result.id}: ${result.title}`;
  switch (result.outcome) {
    case "pass":
      return line;
    case "not-tried":
      return `${line}\n${indent(result.reason)}`;
    case "fail":
      return [line, ...evidenceLines(result).map(indent)].join("\n");
  }
}

/** What the variables in the lines with curl have to hold, where there are any. */
function explainVariables(
  results: readonly ShownResult[],
  given: GivenHeaders,
): readonly string[] {
  const lines = results.map((result) => ("curl" in result ? (result.curl ?? "") : ""));
  const { deciding, "read-only": readOnly } = headerVariables(given);
  const used = [...deciding, ...readOnly].filter(({ variable }) =>
    lines.some((line) => line.includes(`"$${variable}"`)),
  );
  if (used.length === 0) return [];
  const set = used.map(({ name, variable }) => `${variable}='${name}: …'`);
  return ["", `To send a request again, set before: ${set.join(" ")}`];
}

function indent(text: string): string {
  return readableLines(text).replaceAll(/^/gm, "             ");
}
