import type { PassedAnswer } from "./exchange.ts";
import type { OwnAnswer } from "./mood.ts";

/** What a proxy answers by itself. */
export function ownAnswer({ status, body, retryAfter }: OwnAnswer): PassedAnswer {
  const [mediaType, text] = bodies[body](status);
  const headers = new Headers({ "Content-Type": mediaType, Server: "fault-proxy" });
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  return { status, headers, body: new TextEncoder().encode(text) };
}

const bodies = {
  html: (status: number) => [
    "text/html; charset=utf-8",
    `<!doctype html><title>${status}</title><h1>${status}</h1>`,
  ],
  json: (status: number) => [
    "application/json",
    JSON.stringify({ error: "proxy", status, login: "/login" }),
  ],
  "blank-problem": (status: number) => [
    "application/problem+json",
    JSON.stringify({ type: "about:blank", status, title: "From a proxy" }),
  ],
} as const satisfies Record<
  OwnAnswer["body"],
  (status: number) => readonly [string, string]
>;

/** A redirect to the page on which one signs in, here or at another origin. */
export function redirectTo(where: "same-origin" | "other-origin"): PassedAnswer {
  const Location = where === "same-origin" ? "/login" : "http://login.invalid/";
  return { status: 302, headers: new Headers({ Location }), body: new Uint8Array() };
}
