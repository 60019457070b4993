import type { Viewer } from "../../contract/purposeState.ts";
import type { FakeState } from "./fakeState.ts";
import type { FakeRequest } from "./readRequest.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** The header by which a browser shows that somebody is signed in. */
export function sessionHeader({ id }: Viewer): string {
  return `session=${encodeURIComponent(id)}`;
}

/** Who is signed in. The fake's session token is the person's id. */
export function viewerOf({ people }: FakeState, { headers }: FakeRequest) {
  const sent = headers.get("Cookie")?.split(/;\s*/) ?? [];
  return people.find((person) => sent.includes(sessionHeader(person)));
}

/** Whether the request names the panel's own host (against DNS rebinding). */
export function isOwnHost({ headers, url }: FakeRequest, origin: string): boolean {
  return (headers.get("Host") ?? url.host) === new URL(origin).host;
}

/** Whether an unsafe request does not come from the panel's own pages. */
export function isCrossSite({ method, headers }: FakeRequest, origin: string): boolean {
  if (safeMethods.has(method)) return false;
  const site = headers.get("Sec-Fetch-Site");
  return site === null ? headers.get("Origin") !== origin : site !== "same-origin";
}
