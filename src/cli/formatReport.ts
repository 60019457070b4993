import type { PromiseResult, SuiteReport } from "../testing/index.ts";

/** The report for a person to read: each promise with what became of it. */
export function formatReport({ results, passed, failed, notTried }: SuiteReport): string {
  return [
    ...results.map(formatResult),
    "",
    `${passed} kept, ${failed} broken, ${notTried} not tried.`,
  ].join("\n");
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
