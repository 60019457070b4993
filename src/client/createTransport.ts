import type { Answer } from "./answer.ts";
import type { ClientOptions } from "./clientOptions.ts";
import { KlartextError, PanelUnreachable } from "./errors.ts";
import { evidenceOf } from "./evidence.ts";
import { fetchAnswer } from "./fetchAnswer.ts";
import { readProblem } from "./readAnswer.ts";
import { invalidHeaders, readHeaders } from "./readHeaders.ts";
import { retryAfter } from "./retryAfter.ts";
import { withDeadline } from "./withDeadline.ts";

/** Asks a panel; `read` gets an answer that is a success or 304, and has to read it whole. */
export type Ask = <T>(
  path: string,
  read: (answer: Answer) => Promise<T>,
  init?: RequestInit,
  signal?: AbortSignal,
) => Promise<T>;

/**
 * Sends requests to the panel at `root`, within a time, and follows no redirect. Headers and
 * `fetch` are read from the options for each request.
 */
export function createTransport(root: string, options: ClientOptions): Ask {
  const { credentials = "same-origin", timeout = 20_000 } = options;

  return async (path, read, init = {}, outer) => {
    const url = `${root}${path}`;
    let headers: Readonly<Record<string, string>> | undefined;
    const ask = async (signal: AbortSignal) => {
      headers = await readHeaders(options.headers, init.headers);
      const answer = await fetchAnswer(options.fetch, url, {
        cache: "no-store",
        credentials,
        // A redirect would take the host's headers along, also to another origin.
        redirect: "manual",
        ...init,
        headers,
        signal,
      });
      try {
        if (answer.ok || answer.status === 304) return await read(answer);
        throw await readProblem(answer);
      } catch (error) {
        if (error instanceof KlartextError) {
          error.retryAfter = retryAfter(answer);
          error.evidence = evidenceOf(init.method ?? "GET", url, answer, new Date());
        }
        throw error;
      }
    };
    try {
      return await withDeadline(ask, timeout, outer);
    } catch (error) {
      if (headers || !(error instanceof PanelUnreachable)) throw error;
      throw invalidHeaders(`no answer in ${timeout} ms`);
    }
  };
}
