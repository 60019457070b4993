import { ConfigError } from "./errors.ts";

/** A host's `fetch` that cannot be used; `what` goes on after "The fetch of this page". */
export function invalidFetch(what: string, cause?: unknown): ConfigError {
  return new ConfigError(
    "invalid-fetch",
    `The fetch of this page ${what}. Bytes are shown and compared with their digest as they ` +
      "came: give one that resolves to a Response for every status (status, headers.get, a " +
      "body of bytes), and rejects with an Error where no answer came.",
    cause === undefined ? {} : { cause },
  );
}

/** What something is, for a sentence about it. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
