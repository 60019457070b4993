import { changed, type Hop, type PassedAnswer, withHeaders } from "./exchange.ts";
import type { MoodKind } from "./mood.ts";

type Caching = Extract<MoodKind, { type: "caches" }>;

/**
 * What a proxy keeps against `no-store`. It outlives a mood, as the folder of a cache
 * outlives the configuration that filled it.
 */
export function createCache(now: () => number) {
  const kept = new Map<string, { readonly answer: PassedAnswer; readonly at: number }>();

  return ({ by, seconds, tells }: Caching, next: Hop): Hop =>
    async (request) => {
      const { method, path, query, headers } = request;
      const tag = headers.get("If-None-Match");
      const key = `${method} ${path}${by === "path" ? "" : query}`;
      const found = kept.get(key);
      const age = found ? Math.floor((now() - found.at) / 1_000) : 0;
      if (found && age < seconds) {
        return validated(withHeaders(found.answer, ageHeaders(tells, age, now())), tag);
      }
      // What it is to keep it wants whole.
      const whole = { ...request, headers: changed(headers, { "If-None-Match": null }) };
      const answer = await next(whole);
      if (answer.status < 300) kept.set(key, { answer, at: now() });
      return validated(answer, tag);
    };
}

/** The `Date` of an answer is when it was made, unless a proxy writes one of its own. */
function ageHeaders(
  tells: Caching["tells"],
  age: number,
  now: number,
): Readonly<Record<string, string>> {
  if (tells === "Age") return { Age: String(age) };
  return tells === "Date" ? {} : { Date: new Date(now).toUTCString() };
}

/** 304 for who has the same already (RFC 9110 § 13.1.2). */
function validated(answer: PassedAnswer, tag: string | null): PassedAnswer {
  const isSame = tag !== null && answer.headers.get("ETag") === tag;
  return isSame ? { ...answer, status: 304, body: new Uint8Array() } : answer;
}
