import type { ClientOptions, HostHeaders } from "./clientOptions.ts";
import { ConfigError } from "./errors.ts";

/**
 * The headers of one request: the host's, and the client's own above them. A record, as most
 * ways to send take one; its names are in small letters, so that none comes twice.
 *
 * @throws {ConfigError} `invalid-headers`
 */
export async function readHeaders(
  given: ClientOptions["headers"] = {},
  own?: HeadersInit,
): Promise<Readonly<Record<string, string>>> {
  try {
    const headers = new Headers(
      checkValues(typeof given === "function" ? await given() : given),
    );
    for (const [name, value] of new Headers(own)) headers.set(name, value);
    return Object.fromEntries(headers);
  } catch (cause) {
    throw invalidHeaders(String(cause), cause);
  }
}

export function invalidHeaders(what: string, cause?: unknown): ConfigError {
  return new ConfigError(
    "invalid-headers",
    `The headers that the host gives cannot be sent (${what}). ` +
      "Give names and values that HTTP allows, and a function that does not throw.",
    cause === undefined ? {} : { cause },
  );
}

/** What is missing would be sent as the word "undefined", or not at all. */
function checkValues(given: HostHeaders): HostHeaders {
  if (typeof given !== "object" || given === null) {
    throw new TypeError(`they are ${String(given)}`);
  }
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "string" || typeof value === "number") continue;
    if (!Array.isArray(value)) throw new TypeError(`"${name}" is ${String(value)}`);
  }
  return given;
}
