import type { RuleResult, SuiteReport } from "../../testing/index.ts";
import type { ReceivedAnswer } from "../../testing/suite/index.ts";
import { curlLine, type GivenHeaders } from "./curlLine.ts";
import { hidden, type Redact, withoutUuids } from "./redaction.ts";

/** A result as it is shown: of a broken rule also the line that sends the request again. */
export type ShownResult = RuleResult & { readonly curl?: string };

export type ShownReport = Omit<SuiteReport, "results"> & {
  readonly results: readonly ShownResult[];
};

/** What shows who is signed in, whoever gave it. */
const secretHeaders = ["authorization", "cookie", "proxy-authorization", "set-cookie"];

/** Bytes about the machine; one that holds a UUID is not shown at all. */
const bodiesOf = /\/(?:payload|body)(?:\?|$)/;

/** The report without what nobody but its reader may know, and as little as is needed of it. */
export function shownReport(
  report: SuiteReport,
  given: GivenHeaders,
  redact: Redact,
): ShownReport {
  const secret = [
    ...secretHeaders,
    ...Object.keys({ ...given.headers, ...given.readOnlyHeaders }).map((name) =>
      name.toLowerCase(),
    ),
  ];
  const headersOf = (headers: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        secret.includes(name.toLowerCase()) ? hidden.secret : value,
      ]),
    );
  const answerOf = (answer: ReceivedAnswer, url: string): ReceivedAnswer => ({
    ...answer,
    headers: headersOf(answer.headers),
    body: shownBody(answer.body, url),
  });
  const shown = (result: RuleResult): ShownResult => {
    if (result.outcome !== "fail") return result;
    const expected = withoutUuids(result.expected);
    const { request, answer } = result;
    if (!request) return { ...result, expected };
    const sent = {
      ...request,
      headers: headersOf(request.headers),
      body: request.body && withoutUuids(request.body),
    };
    return {
      ...{ ...result, expected, request: sent },
      answer: answer && answerOf(answer, request.url),
      curl: curlLine({ ...request, body: sent.body }, given),
    };
  };
  const results = report.results.map(shown);
  const findings = report.findings.map((found) => ({
    ...found,
    seen: found.seen.map((line) => withoutUuids(line)),
  }));
  return redactDeep({ ...report, findings, results }, redact);
}

function shownBody(body: string, url: string): string {
  const shown = withoutUuids(body);
  if (shown === body || !bodiesOf.test(url)) return shown;
  return `(${body.length} characters that hold a UUID are not shown)`;
}

/** Every text in a value of JSON, redacted. */
function redactDeep<Value>(value: Value, redact: Redact): Value {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === "string" ? redact(one) : one,
  ) as Value;
}
