import { knownOf } from "../../contract/knownOf.ts";
import { type TlsResult, type Transport, tlsResults } from "../../contract/transport.ts";

export type TransportResult = TlsResult | "untried" | "unknown";

/** What is known of the way, by the last real attempt alone. */
export function transportResult(lastAttempt: Transport["lastAttempt"]): TransportResult {
  if (lastAttempt === null) return "untried";
  return knownOf(tlsResults, lastAttempt.tls) ?? "unknown";
}
