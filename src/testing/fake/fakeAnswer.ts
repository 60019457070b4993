import { buildProblem, type ProblemCode, problemCodes } from "../../contract/problem.ts";
import { digestNow } from "./digestNow.ts";
import type { FakeRequest } from "./readRequest.ts";

/** An answer before it becomes a `Response`. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** The first of the problems found, in the order in which a panel looks for them. */
export function firstProblem(
  found: readonly (ProblemCode | false | null | undefined)[],
): ProblemCode | undefined {
  return problemCodes.find((code) => found.includes(code));
}

/** A problem document as an answer. */
export function problemAnswer(code: ProblemCode, detail?: string): FakeAnswer {
  const problem = buildProblem(code, detail === undefined ? {} : { detail });
  return {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
    body: new TextEncoder().encode(JSON.stringify(problem)),
  };
}

/** JSON with an entity tag, by default one made of it. */
export function jsonAnswer(value: unknown, etag?: string, status = 200): FakeAnswer {
  const text = JSON.stringify(value);
  return {
    status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      ETag: etag ?? contentTag(text),
    },
    body: new TextEncoder().encode(text),
  };
}

/** A strong entity tag made of the content. */
export function contentTag(content: Uint8Array | string): string {
  return `"${digestNow(content).slice(9, -2)}"`;
}

/** The answer, or 304 when the client has it already (RFC 9110 § 13.1.2). */
export function unlessKnown(request: FakeRequest, answer: FakeAnswer): FakeAnswer {
  const { ETag: etag = "", ...headers } = answer.headers;
  const known = request.headers.get("If-None-Match")?.split(",") ?? [];
  const matches = known.some((tag) =>
    ["*", etag].includes(tag.trim().replace(/^W\//, "")),
  );
  if (answer.status !== 200 || !matches) return answer;
  const { "Content-Type": _type, "Repr-Digest": _digest, ...kept } = headers;
  return { status: 304, headers: { ...kept, ETag: etag }, body: null };
}
