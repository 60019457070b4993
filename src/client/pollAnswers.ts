import type { Answer } from "./answer.ts";
import type { Ask } from "./createTransport.ts";
import { ForeignAnswer } from "./errors.ts";
import { isCachedAnswer, type Received } from "./isCachedAnswer.ts";

/** Reads what is asked for again and again; `accept` says whether a value may be shown. */
type Poll = <T>(
  path: string,
  read: (response: Answer) => Promise<T>,
  signal?: AbortSignal,
  accept?: (value: T, response: Answer) => void,
) => Promise<T>;

interface Known extends Received {
  readonly etag: string | null;
  readonly value: unknown;
}

/**
 * Asks for the first time by the address itself, so that a page may have asked already
 * (`preloadLinks`), and then each time by another URL (`?fresh=`), so that no cache on the way
 * can know the answer. One that answers all the same is noticed: it is asked once more, and then
 * is an error. The last answer of each address stands for 304 (RFC 9110 § 15.4.5).
 *
 * @throws {ForeignAnswer} `old-answer`
 */
export function pollAnswers(ask: Ask): Poll {
  const known = new Map<string, Known>();
  const asked = new Set<string>();
  // Another page must not ask by the same URLs.
  let fresh = Math.floor(Math.random() * 2 ** 40);

  const nextUrl = (path: string) => {
    if (!asked.has(path)) {
      asked.add(path);
      return path;
    }
    fresh += 1;
    return `${path}${path.includes("?") ? "&" : "?"}fresh=${fresh}`;
  };

  const once: Poll = (path, read, signal, accept) => {
    const before = known.get(path);
    const askedAt = performance.now();
    return ask(
      nextUrl(path),
      async (response) => {
        const { status, headers } = response;
        const isSame = status === 304;
        // A 304 to a request that named no tag stands for nothing that is known here.
        if (isCachedAnswer(headers, askedAt, before) || (isSame && !before?.etag)) {
          throw new ForeignAnswer("old-answer", status);
        }
        const value = isSame
          ? (before?.value as Awaited<ReturnType<typeof read>>)
          : await read(response);
        accept?.(value, response);
        known.set(path, {
          etag: headers.get("ETag") ?? (isSame ? (before?.etag ?? null) : null),
          value,
          date: headers.get("Date"),
          at: performance.now(),
        });
        return value;
      },
      { headers: before?.etag ? { "If-None-Match": before.etag } : {} },
      signal,
    );
  };

  return async (path, read, signal, accept) => {
    try {
      return await once(path, read, signal, accept);
    } catch (error) {
      if (!(error instanceof ForeignAnswer) || error.reason !== "old-answer") throw error;
      // Another answer may have overtaken this one; a cache is passed by the next URL.
      const before = known.get(path);
      if (before) known.set(path, { ...before, etag: null });
      return once(path, read, signal, accept);
    }
  };
}
