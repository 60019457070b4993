import { gzipSync } from "node:zlib";
import { createCache } from "./createCache.ts";
import {
  changed,
  type Hop,
  HungUp,
  type PassedAnswer,
  type PassedRequest,
  withHeaders,
} from "./exchange.ts";
import { concerns, type Moment, type Mood } from "./mood.ts";
import { ownAnswer, redirectTo } from "./ownAnswer.ts";

/** A request that came to a proxy, and when. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly at: number;
}

/** A proxy whose mood changes. It knows nothing of how requests come and go. */
export interface FaultProxy {
  /** From now on; the first is next to the page. What was held goes on. */
  readonly become: (...moods: readonly Mood[]) => void;
  /** @throws {HungUp} when the connection ends without an answer. */
  readonly handle: (request: PassedRequest, panel: Hop) => Promise<PassedAnswer>;
  readonly seen: readonly SeenRequest[];
}

/** Makes a proxy that passes everything on until it is told otherwise. */
export function createFaultProxy(now: () => number = Date.now): FaultProxy {
  const seen: SeenRequest[] = [];
  const cached = createCache(now);
  let moods: readonly Mood[] = [];
  let change = Promise.withResolvers<void>();

  const allows = createRateLimit(now);
  const inMood = (mood: Mood, next: Hop): Hop => {
    const { promise: changes } = change;
    const around =
      (moment: Moment, act: () => PassedAnswer | Promise<void>): Hop =>
      async (request) => {
        const heard = moment === "answer" ? await next(request) : undefined;
        return (await act()) ?? heard ?? next(request);
      };
    switch (mood.type) {
      case "passes":
        return next;
      case "rewrites-tags":
        return async (request) => rewriteTag(await next(request), mood.as);
      case "compresses":
        return async (request) => compress(await next(request));
      case "answers":
        return around(mood.moment, () => ownAnswer(mood.with));
      case "redirects":
        return around(mood.moment, () => redirectTo(mood.to));
      case "holds":
        return around(mood.moment, () => changes);
      case "hangs-up":
        return around(mood.moment, () => Promise.reject(new HungUp()));
      case "replaces-errors":
        return async (request) => {
          const answer = await next(request);
          const { status } = answer;
          return status < 400 ? answer : ownAnswer({ status, ...mood.with });
        };
      case "caches":
        return cached(mood, next);
      case "drops-header":
        return async (request) => {
          const without = { [mood.header]: null };
          if (mood.from === "answer") return withHeaders(await next(request), without);
          return next({ ...request, headers: changed(request.headers, without) });
        };
      case "limits-rate":
        return async (request) => (allows(mood) ? next(request) : ownAnswer(mood.with));
      case "sends-twice":
        return async (request) => {
          await next(request);
          return next(request);
        };
    }
  };

  return {
    seen,
    become: (...next) => {
      moods = next;
      const { resolve } = change;
      change = Promise.withResolvers();
      resolve();
    },
    handle: (request, panel) => {
      const { method, path } = request;
      seen.push({ method, path, at: now() });
      return moods
        .filter((mood) => concerns(mood, method, path))
        .reduceRight(
          (next, mood) => inMood(mood, next),
          dated(panel, now),
        )(request);
    },
  };
}

/** A server that has a clock says when it answered (RFC 9110 § 6.6.1). */
function dated(panel: Hop, now: () => number): Hop {
  return async (request) => {
    const answer = await panel(request);
    if (answer.headers.has("Date")) return answer;
    return withHeaders(answer, { Date: new Date(now()).toUTCString() });
  };
}

function rewriteTag(answer: PassedAnswer, as: "weak" | "suffixed"): PassedAnswer {
  const tag = answer.headers.get("ETag");
  if (tag === null || tag.startsWith("W/")) return answer;
  const ETag = as === "weak" ? `W/${tag}` : tag.replace(/"$/, '-gzip"');
  return withHeaders(answer, { ETag });
}

function compress(answer: PassedAnswer): PassedAnswer {
  if (answer.body.length === 0) return rewriteTag(answer, "weak");
  const coded = withHeaders(answer, { "Content-Encoding": "gzip" });
  const body = new Uint8Array(gzipSync(answer.body));
  return rewriteTag({ ...coded, body }, "weak");
}

/** Counts what it let through in the last seconds. */
function createRateLimit(now: () => number) {
  let passed: readonly number[] = [];
  return ({ requests, seconds }: { requests: number; seconds: number }): boolean => {
    passed = passed.filter((at) => now() - at < seconds * 1_000);
    if (passed.length >= requests) return false;
    passed = [...passed, now()];
    return true;
  };
}
