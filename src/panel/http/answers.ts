import { namesTag } from "../../contract/entityTag.ts";
import { buildProblem } from "../../contract/problem.ts";
import type { Problem } from "../rules/problem.ts";
import { sha256Digest } from "../sha256.ts";

/** An answer before it is one of HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** JSON with an entity tag, by default one made of it. */
export function jsonAnswer(
  value: unknown,
  {
    etag,
    status = 200,
    type = "application/json",
  }: {
    readonly etag?: string;
    readonly status?: number;
    readonly type?: string;
  } = {},
): Answer {
  const text = JSON.stringify(value);
  return {
    status,
    headers: {
      "Content-Type": type,
      "Cache-Control": "no-store",
      ETag: etag ?? contentTag(text),
    },
    body: new TextEncoder().encode(text),
  };
}

/** Exact bytes with their digest (RFC 9530), to be stored and coded by nobody. */
export function bytesAnswer(
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Answer {
  return {
    status: 200,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store, no-transform",
      "Repr-Digest": sha256Digest(bytes),
      ...headers,
    },
    body: bytes,
  };
}

/** A problem document (RFC 9457). `instance` names it in the panel's log, if it is there. */
export function problemAnswer({ problem, detail }: Problem, instance?: string): Answer {
  const document = buildProblem(problem, {
    ...(detail === undefined ? {} : { detail }),
    ...(instance === undefined ? {} : { instance }),
  });
  return {
    status: document.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
    },
    body: new TextEncoder().encode(JSON.stringify(document)),
  };
}

/** A strong entity tag made of the content (RFC 9110 § 8.8.3). */
export function contentTag(content: Uint8Array | string): string {
  return `"${sha256Digest(content).slice(9, -2)}"`;
}

/** The answer, or 304 when the client has it already (RFC 9110 § 13.1.2). */
export function unlessKnown(headers: Headers, answer: Answer): Answer {
  const { ETag: etag = "", ...rest } = answer.headers;
  const known = headers.get("If-None-Match") ?? "";
  const isKnown = known.trim() === "*" || namesTag(known, etag);
  if (answer.status !== 200 || !isKnown) return answer;
  const { "Content-Type": _type, "Repr-Digest": _digest, ...kept } = rest;
  return { status: 304, headers: { ...kept, ETag: etag }, body: null };
}

export function toResponse({ status, headers, body }: Answer, method: string): Response {
  return new Response(method === "HEAD" ? null : body, { status, headers });
}
