import type { Loose } from "./faults.ts";
import type { Hop } from "./requestHop.ts";

/** What the panel has now at the request's own path, or at another. */
export function readNow({ pass }: Hop, path?: string): Promise<Response> {
  const headers = { "If-None-Match": null };
  return pass({ method: "GET", body: "", headers, ...(path !== undefined && { path }) });
}

/** The same as JSON. */
export async function jsonNow(hop: Hop, path?: string): Promise<Loose> {
  return (await readNow(hop, path)).json();
}

/** The tag of the decision that the request is about. */
export async function tagNow(hop: Hop): Promise<string | null> {
  return (await readNow(hop)).headers.get("ETag");
}

/** The digest of the payload whose decision the request is about. */
export async function payloadDigestNow(hop: Hop): Promise<string | null> {
  const payload = await readNow(hop, hop.path.replace("decision", "payload"));
  return payload.headers.get("Repr-Digest");
}
