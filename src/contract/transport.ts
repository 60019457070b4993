import * as z from "zod/mini";
import { byName, moment, url } from "./fields.ts";

/** What TLS found: the pinned authority, another one, or nobody. */
export const tlsResults = ["verified", "tls-pin-mismatch", "not-reached"] as const;

export type TlsResult = (typeof tlsResults)[number];

/**
 * Where a purpose's reports go, and how. `lastAttempt` is that of the last real attempt:
 * nothing ever connects to the vendor in order to check.
 */
export const transport = z.object({
  method: z.string(),
  url,
  headers: byName(z.string()),
  /** SHA-256 fingerprints of the authorities that are trusted, `AA:BB:…`. */
  caFingerprints: z.array(z.string()),
  lastAttempt: z.nullable(
    z.object({
      at: moment,
      /** One of `tlsResults`. */
      tls: z.string(),
    }),
  ),
});

export type Transport = z.infer<typeof transport>;
