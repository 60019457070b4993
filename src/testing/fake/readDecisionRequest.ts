import * as z from "zod/mini";
import type { Contract } from "../../contract/createContract.ts";
import type { DecisionRequest } from "../../contract/decision.ts";
import type { ProblemCode } from "../../contract/problem.ts";
import type { FakeRequest } from "./readRequest.ts";

/** The largest body of a decision, in bytes. */
const largestBody = 16 * 1024;

/** The body of a PUT, or what is wrong with it. */
export function readDecisionRequest(
  { headers, body }: FakeRequest,
  schema: Contract["decisionRequest"],
): { readonly request?: DecisionRequest; readonly problem?: ProblemCode } {
  if (body.length > largestBody) return { problem: "body-too-large" };
  const mediaType = headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return { problem: "media-type-not-supported" };
  const result = z.safeParse(schema, parse(body));
  return result.success ? { request: result.data } : { problem: "malformed-body" };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
