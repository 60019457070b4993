import type { MiddlewareHandler } from "hono";
import { ProblemError } from "./problemError.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets in only requests to this panel's own hosts (against DNS rebinding), and unsafe ones
 * only from its own pages: `Sec-Fetch-Site: same-origin`, or where a browser sends none,
 * an `Origin` that matches.
 */
export function guard(origins: () => readonly string[]): MiddlewareHandler {
  return async ({ req }, next) => {
    const hosts = origins().map((origin) => new URL(origin).host);
    if (!hosts.includes(req.header("Host") ?? "")) {
      throw new ProblemError("host-not-served", `Use one of: ${origins().join(", ")}.`);
    }
    if (!safeMethods.has(req.method) && !fromOwnPage(req.header.bind(req), origins())) {
      throw new ProblemError("cross-site");
    }
    await next();
  };
}

function fromOwnPage(
  header: (name: string) => string | undefined,
  origins: readonly string[],
): boolean {
  const site = header("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  return origins.includes(header("Origin") ?? "");
}
