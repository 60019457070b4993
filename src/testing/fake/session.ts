import type { Viewer } from "../../contract/purposeState.ts";
import type { PanelRequest } from "../../panel/panelOptions.ts";

/** The header by which a browser shows that somebody is signed in. */
export function sessionHeader({ id }: Viewer): string {
  return `session=${encodeURIComponent(id)}`;
}

/** Who is signed in. The fake's session token is the person's id. */
export function viewerOf(people: readonly Viewer[], { headers }: PanelRequest) {
  const sent = headers.get("Cookie")?.split(/;\s*/) ?? [];
  return people.find((person) => sent.includes(sessionHeader(person)));
}
