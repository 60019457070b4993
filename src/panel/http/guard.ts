import type { PanelRequest } from "../panelOptions.ts";
import type { Problem } from "../rules/problem.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets in only requests to this panel's own hosts (against DNS rebinding), and unsafe ones
 * only from its own pages: `Sec-Fetch-Site: same-origin`, or where a browser sends none,
 * an `Origin` that matches.
 */
export function guard(
  { method, url, headers }: PanelRequest,
  origins: readonly string[],
): Problem | undefined {
  const host = headers.get("Host") ?? new URL(url).host;
  if (!origins.some((origin) => new URL(origin).host === host)) {
    return {
      problem: "host-not-served",
      detail: `The request names the host "${host}". Use one of: ${origins.join(", ")}.`,
    };
  }
  if (safeMethods.has(method) || isFromOwnPage(headers, origins)) return undefined;
  return {
    problem: "cross-site",
    detail:
      `Sec-Fetch-Site is ${headers.get("Sec-Fetch-Site") ?? "missing"}, ` +
      `Origin is ${headers.get("Origin") ?? "missing"}. Allowed: ${origins.join(", ")}.`,
  };
}

function isFromOwnPage(headers: Headers, origins: readonly string[]): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  return origins.includes(headers.get("Origin") ?? "");
}
