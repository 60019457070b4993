/**
 * What the bytes of a payload are: the oldest body that waits to be sent, what would be
 * sent now, or a sample of what cannot be known before it happens.
 */
export const payloadKinds = ["queued", "next", "sample"] as const;

/** What the bytes of a payload are, as `Klartext-Payload` names it. */
export type PayloadKind = (typeof payloadKinds)[number];

/** The response header that names the kind. */
export const payloadKindHeader = "Klartext-Payload";

/** The kind, if the header names one of this contract. */
export function parsePayloadKind(header: string | null): PayloadKind | undefined {
  return payloadKinds.find((kind) => kind === header);
}
