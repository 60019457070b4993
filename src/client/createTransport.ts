import type { ClientOptions } from "./clientOptions.ts";
import { ConfigError, KlartextError, PanelUnreachable } from "./errors.ts";
import { evidenceOf } from "./evidence.ts";
import { readProblem } from "./readAnswer.ts";
import { retryAfter } from "./retryAfter.ts";
import { withDeadline } from "./withDeadline.ts";

/** Asks a panel; `read` gets an answer that is a success or 304, and has to read it whole. */
export type Ask = <T>(
  path: string,
  read: (response: Response) => Promise<T>,
  init?: RequestInit,
  signal?: AbortSignal,
) => Promise<T>;

/** Sends requests to the panel at `root`, within a time, and follows no redirect. */
export function createTransport(
  root: string,
  {
    headers = {},
    credentials = "same-origin",
    fetch = (input, init) => globalThis.fetch(input, init),
    timeout = 20_000,
  }: Omit<ClientOptions, "baseUrl">,
): Ask {
  const send = async (path: string, init: RequestInit, signal: AbortSignal) => {
    const request: RequestInit = {
      cache: "no-store",
      credentials,
      // A redirect would take the host's headers along, also to another origin.
      redirect: "manual",
      ...init,
      headers: { ...readHeaders(headers), ...(init.headers as Record<string, string>) },
      signal,
    };
    try {
      const response = await fetch(`${root}${path}`, request);
      // A `fetch` of the host's may give anything.
      if (response?.headers) return response;
    } catch (error) {
      throw new PanelUnreachable(error);
    }
    throw new PanelUnreachable(new TypeError("fetch gave no Response."));
  };

  return (path, read, init = {}, outer) =>
    withDeadline(
      async (signal) => {
        const response = await send(path, init, signal);
        try {
          if (response.ok || response.status === 304) return await read(response);
          throw await readProblem(response);
        } catch (error) {
          if (error instanceof KlartextError) {
            error.retryAfter = retryAfter(response);
            error.evidence = evidenceOf(
              init.method ?? "GET",
              `${root}${path}`,
              response,
              new Date(),
            );
          }
          throw error;
        }
      },
      timeout,
      outer,
    );
}

/** @throws {ConfigError} `invalid-headers` */
function readHeaders(
  given: NonNullable<ClientOptions["headers"]>,
): Readonly<Record<string, string>> {
  try {
    const headers = typeof given === "function" ? given() : given;
    new Headers(headers);
    return headers;
  } catch (cause) {
    throw new ConfigError(
      "invalid-headers",
      `The headers that the host gives cannot be sent (${String(cause)}). ` +
        "Give names and values that HTTP allows, and a function that does not throw.",
    );
  }
}
