import { type Endpoint, endpoints } from "../../contract/endpoints.ts";
import type { EndpointId } from "../../contract/paths.ts";

/** A route with what stands in its path. */
export interface MatchedEndpoint {
  readonly id: EndpointId;
  readonly endpoint: Endpoint;
  readonly parts: Readonly<Record<string, string>>;
}

/** The route of a path below the base URL; a HEAD is a GET without its body. */
export function matchEndpoint(method: string, path: string): MatchedEndpoint | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  for (const { id, endpoint, pattern } of patterns) {
    if (endpoint.method !== asked) continue;
    const groups = pattern.exec(path)?.groups;
    if (!groups) continue;
    const parts = decodeParts(groups);
    return parts && { id, endpoint, parts };
  }
  return undefined;
}

/** Whether a path is one that everybody may read. */
export function isOpenPath(path: string): boolean {
  return path === "/policy" || path.startsWith("/policy/");
}

const patterns = Object.entries(endpoints).map(([id, endpoint]) => ({
  id: id as EndpointId,
  endpoint: endpoint as Endpoint,
  // Always with a group, so that a match has `groups`.
  pattern: new RegExp(
    `^${endpoint.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}(?<rest>)$`,
  ),
}));

function decodeParts(groups: Readonly<Record<string, string>>) {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return undefined;
  }
}
