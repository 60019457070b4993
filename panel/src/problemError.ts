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

/** The answer of a problem (RFC 9457). */
export function problemResponse(code: ProblemCode, detail?: string): Response {
  const instance = `urn:uuid:${crypto.randomUUID()}`;
  const body = buildProblem(code, {
    instance,
    ...(detail === undefined ? {} : { detail }),
  });
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
