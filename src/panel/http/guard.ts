import type { PanelRequest } from "../panelOptions.ts";
import type { Problem } from "../rules/problem.ts";
import { hostDetail, siteDetail } from "./guardProblemDetails.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets in only requests to this panel's own hosts (against DNS rebinding), and unsafe ones
 * only from its own pages: `Sec-Fetch-Site: same-origin`, or where a browser sends none,
 * an `Origin` that matches.
 */
export function guard(
  request: PanelRequest,
  origins: readonly string[],
): Problem | undefined {
  const { method, headers } = request;
  const host = hostNamed(request);
  if (!origins.some((origin) => isHostOf(host, origin))) {
    return { problem: "host-not-served", detail: hostDetail(host, origins) };
  }
  if (safeMethods.has(method) || isFromOwnPage(headers, origins)) return undefined;
  return { problem: "cross-site", detail: siteDetail(headers, origins) };
}

/** The host that a request names, as it came; empty for none. */
export function hostNamed({ url, headers }: Pick<PanelRequest, "url" | "headers">) {
  return headers.get("Host") ?? new URL(url).host;
}

/** A name is the same in any case, and with its scheme's own port (RFC 9110 § 4.2.3). */
function isHostOf(host: string, origin: string): boolean {
  const url = new URL(origin);
  const given = host.toLowerCase();
  if (given === url.host) return true;
  const port = url.protocol === "https:" ? 443 : 80;
  return url.port === "" && given === `${url.hostname}:${port}`;
}

function isFromOwnPage(headers: Headers, origins: readonly string[]): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  return origins.includes(headers.get("Origin") ?? "");
}
