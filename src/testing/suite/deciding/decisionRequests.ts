import type { Exchange } from "../exchange.ts";
import { purposePath } from "../panelReading.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";

/** Sends a PUT; a tag of null sends no `If-Match`. */
export function putDecision(
  { send }: SuiteContext,
  id: string,
  etag: string | null,
  request: unknown,
  { headers, ...options }: SendOptions = {},
): Promise<Exchange> {
  return send("PUT", purposePath(id, "decision"), {
    body: typeof request === "string" ? request : JSON.stringify(request),
    headers: { "If-Match": etag, ...headers },
    ...options,
  });
}

export function deleteDecision(
  { send }: SuiteContext,
  id: string,
  options?: SendOptions,
): Promise<Exchange> {
  return send("DELETE", purposePath(id, "decision"), options);
}
