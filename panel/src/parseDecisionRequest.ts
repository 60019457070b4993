import * as z from "zod/mini";
import type { Contract, DecisionRequest } from "../../src/contract/index.ts";
import { ProblemError } from "./problemError.ts";

/**
 * Reads the body of a PUT.
 *
 * @throws {ProblemError} `media-type-not-supported`, then `malformed-body`.
 */
export function parseDecisionRequest(
  contract: Contract,
  contentType: string | undefined,
  body: string,
): DecisionRequest {
  requireJson(contentType);
  return parseRequest(contract, body);
}

function requireJson(contentType: string | undefined): void {
  if (contentType?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new ProblemError("media-type-not-supported", "Send application/json.");
  }
}

function parseRequest(contract: Contract, body: string): DecisionRequest {
  try {
    const result = z.safeParse(contract.decisionRequest, JSON.parse(body));
    if (result.success) return result.data;
    throw new ProblemError("malformed-body", z.prettifyError(result.error));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new ProblemError("malformed-body", "The body is not JSON.");
    }
    throw error;
  }
}
