import type { Answer } from "./answer.ts";
import type { ClientOptions } from "./clientOptions.ts";
import { failureOf } from "./failureOf.ts";
import { invalidFetch, kindOf } from "./invalidFetch.ts";
import { toAnswer } from "./toAnswer.ts";

/**
 * Sends one request by a host's `fetch`, which may do and give anything.
 *
 * @throws {ConfigError} `invalid-fetch`, when it cannot be used.
 * @throws {PanelUnreachable} when no answer came.
 */
export async function fetchAnswer(
  fetch: ClientOptions["fetch"] = globalThis.fetch,
  url: string,
  request: RequestInit,
): Promise<Answer> {
  if (typeof fetch !== "function") throw invalidFetch(`is ${kindOf(fetch)}`);
  let given: unknown;
  try {
    given = await fetch(url, request);
  } catch (error) {
    throw failureOf(error);
  }
  return toAnswer(given);
}
