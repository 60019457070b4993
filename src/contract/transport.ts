import * as z from "zod/mini";
import { byName, moment, url } from "./fields.ts";

/** What TLS found: the pinned authority, another one, or nobody. */
export const tlsResults = ["verified", "tls-pin-mismatch", "not-reached"] as const;

export type TlsResult = (typeof tlsResults)[number];

/** A key of the vendor's; see `VendorKey`. */
const vendorKey = z.object({
  publicKey: z.string(),
  from: z.optional(moment),
  until: z.optional(moment),
});

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
  /** Host and port of the proxy that hands the connection on; missing without one. */
  proxy: z.optional(z.string()),
  /** The keys with which the vendor signs its answers, as this panel has them. */
  vendorKeys: z.optional(z.array(vendorKey)),
  lastAttempt: z.nullable(
    z.object({
      at: moment,
      /** One of `tlsResults`. */
      tls: z.string(),
    }),
  ),
});

/**
 * The way to the vendor as a panel answers it; fingerprints are SHA-256 in hexadecimal.
 */
export type Transport = z.infer<typeof transport>;
