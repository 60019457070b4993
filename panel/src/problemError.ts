import { buildProblem, type ProblemCode, problems } from "../../src/contract/index.ts";

/** A problem of the contract on its way to the answer. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail?: string) {
    super(detail ?? problems[code].title);
    this.code = code;
  }
}

/** The answer of a problem (RFC 9457). `instance` names it in the panel's log, if it is there. */
export function problemResponse(
  code: ProblemCode,
  extra: { readonly detail?: string; readonly instance?: string } = {},
): Response {
  const body = buildProblem(code, extra);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      // What is left of the body is not read, so the connection cannot be used again.
      ...(code === "body-too-large" ? { Connection: "close" } : {}),
    },
  });
}
