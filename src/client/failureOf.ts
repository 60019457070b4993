import { type ConfigError, PanelUnreachable } from "./errors.ts";
import { invalidFetch, kindOf } from "./invalidFetch.ts";

/**
 * What a `fetch`, or the body that it gave, rejected with: no answer came, unless it tells of
 * an answer all the same, or of a mistake in the host's own function.
 */
export function failureOf(error: unknown): PanelUnreachable | ConfigError {
  const what = mistakeIn(error);
  return what === undefined ? new PanelUnreachable(error) : invalidFetch(what, error);
}

interface ErrorLike {
  readonly name?: unknown;
  readonly message: string;
  readonly status?: unknown;
  readonly response?: { readonly status?: unknown } | null;
}

function mistakeIn(error: unknown): string | undefined {
  if (!isErrorLike(error)) return `rejects with ${kindOf(error)}, which is no Error`;
  const { name, message, response } = error;
  const status = response?.status ?? error.status;
  if (typeof status === "number" && status >= 100) {
    return `rejects where the panel answered ${status}`;
  }
  const isOwn =
    /^(?:Range|Reference|Syntax)Error$/.test(String(name)) ||
    (name === "TypeError" && ofCode.test(message));
  return isOwn ? `throws (${String(name)}: ${message})` : undefined;
}

/** An error of another realm is one too. */
function isErrorLike(error: unknown): error is ErrorLike {
  return (
    typeof error === "object" &&
    error !== null &&
    typeof Reflect.get(error, "message") === "string"
  );
}

/**
 * What engines say of code, in a `TypeError`, and of no network: of a `Response` that cannot
 * be made, such as one of status 304 with a body, of a body that was read, and of what is
 * not there.
 */
const ofCode =
  /\bResponse\b|^Body is|is not (?:a function|a constructor|an object|iterable)|\b(?:of|is) (?:undefined|null)\b/;
