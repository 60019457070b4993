import type { Finding, PromiseResult, SuiteReport } from "../testing/index.ts";

/**
 * The report for a person to read: what was found between here and the panel, each with the
 * promises that it explains, and every other promise with what became of it.
 */
export function formatReport({
  findings,
  results,
  passed,
  failed,
  notTried,
}: SuiteReport): string {
  const explained = results.filter(isExplained);
  const broken = explained.filter(({ outcome }) => outcome === "fail").length;
  const counts = [
    `${passed} kept`,
    `${failed - broken} broken`,
    ...(broken > 0 ? [`${broken} broken by what is said above`] : []),
    `${notTried} not tried`,
  ];
  return [
    ...findings.map((found) => formatFinding(found, explained)),
    ...results.filter((result) => !explained.includes(result)).map(formatResult),
    "",
    `${counts.join(", ")}.`,
  ].join("\n");
}

/** Whether what was found says enough: that a consent may be left behind is told in full. */
function isExplained(result: PromiseResult): boolean {
  const isLeft = result.id === "left-withdrawn" && result.outcome === "fail";
  return causeOf(result) !== null && !isLeft;
}

function causeOf(result: PromiseResult): Finding["kind"] | null {
  return result.outcome === "pass" ? null : result.cause;
}

function formatFinding(
  { kind, title, seen, why, remedy, docs }: Finding,
  results: readonly PromiseResult[],
): string {
  const own = results.filter((result) => causeOf(result) === kind);
  const promises = (outcome: PromiseResult["outcome"], what: string) => {
    const ids = own.filter((result) => result.outcome === outcome).map(({ id }) => id);
    return ids.length > 0 ? [`${what} (${ids.length}): ${ids.join(", ")}`] : [];
  };
  const lines = [
    ...seen.map((line) => `seen: ${line}`),
    `why it matters: ${why}`,
    `what to do: ${remedy}`,
    `more: ${docs}`,
    ...promises("fail", "broken by this"),
    ...promises("not-tried", "not tried because of this"),
  ];
  return [`FOUND      ${kind}: ${title}`, ...lines.map(indent)].join("\n");
}

const marks = { pass: "pass     ", fail: "FAIL     ", "not-tried": "not tried" } as const;

function formatResult(result: PromiseResult): string {
  const line = `${marks[result.outcome]}  ${result.id}: ${result.title}`;
  switch (result.outcome) {
    case "pass":
      return line;
    case "not-tried":
      return `${line}\n${indent(result.reason)}`;
    case "fail":
      return [
        line,
        indent(`expected: ${result.expected}`),
        ...(result.request ? [indent(formatRequest(result.request))] : []),
        ...(result.answer ? [indent(formatAnswer(result.answer))] : []),
      ].join("\n");
  }
}

type Failure = Extract<PromiseResult, { outcome: "fail" }>;

function formatRequest({
  method,
  url,
  headers,
  body,
}: NonNullable<Failure["request"]>): string {
  return `request: ${[`${method} ${url}`, ...lines(headers), body ?? ""].join("\n  ").trimEnd()}`;
}

function formatAnswer({ status, headers, body }: NonNullable<Failure["answer"]>): string {
  return `answer: ${[status, ...lines(headers), body].join("\n  ").trimEnd()}`;
}

function lines(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "             ");
}
