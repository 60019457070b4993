import * as z from "zod/mini";

/** `GET /receipts/{id}`: JSON-LD 1.1 with terms of DPV 2.3. */
export const receipt = z.looseObject({
  "@context": z.unknown(),
  "@id": z.string().check(z.startsWith("urn:uuid:")),
  "@type": z.union([z.string(), z.array(z.string())]),
});

export type Receipt = z.infer<typeof receipt>;
