import * as z from "zod/mini";
import { decisionRecord } from "./decisionRecord.ts";
import { digestField, moment } from "./fields.ts";
import { chainedEvent } from "./logPage.ts";
import { policyResource } from "./policyResource.ts";
import { receipt } from "./receipt.ts";
import { transmission } from "./transmission.ts";

/**
 * Everything that a panel can tell a data protection officer, as one file: it holds no
 * payload and no pseudonym. Documented in docs/export.md.
 */
export const privacyExport = z.object({
  format: z.literal("klartext-export"),
  version: z.literal(2),
  exportedAt: moment,
  /** The policy in force at that moment. */
  policy: policyResource,
  /** Newest first. */
  decisions: z.array(decisionRecord),
  /** The texts that the decisions name; null where the panel does not know one. */
  texts: z.array(z.object({ digest: digestField, text: z.nullable(z.string()) })),
  receipts: z.array(receipt),
  /** Every attempt to send, newest first. */
  transmissions: z.array(transmission),
  /** The chain of digests over both, up to the moment of the export; null without one. */
  log: z.nullable(
    z.object({
      /** What a restored store begins anew. */
      epoch: z.string(),
      /** Oldest first. */
      events: z.array(chainedEvent),
    }),
  ),
});

/** The exported file as it is read: every list whole, moments in RFC 3339. */
export type PrivacyExport = z.infer<typeof privacyExport>;
