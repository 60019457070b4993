/** One exchange of a report or an erasure for the vendor's answer, as far as it is signed. */
export interface SignedExchange {
  readonly status: number;
  /** The answer's `Content-Digest` (RFC 9530 § 2), as it was received. */
  readonly contentDigest: string;
  readonly request: {
    readonly method: string;
    readonly targetUri: string;
    readonly contentDigest: string;
  };
}

/**
 * What a vendor's signature covers, as component identifiers (RFC 9421 § 2): that exactly
 * these bytes were asked with, and exactly these answered.
 */
export const coveredComponents = [
  '"@status"',
  '"content-digest"',
  '"@method";req',
  '"@target-uri";req',
  '"content-digest";req',
] as const;

type CoveredComponent = (typeof coveredComponents)[number];

/** Whether these are the components that a signature covers, each once, in any order. */
export function areCovered(
  components: readonly string[],
): components is readonly CoveredComponent[] {
  return (
    components.length === coveredComponents.length &&
    coveredComponents.every((component) => components.includes(component))
  );
}

/**
 * The text that is signed (RFC 9421 § 2.5).
 *
 * @param parameters The components and what is said of the signature, as the serialized
 * inner list of `Signature-Input`.
 */
export function signatureBase(
  { status, contentDigest, request }: SignedExchange,
  components: readonly CoveredComponent[],
  parameters: string,
): string {
  const values: Record<CoveredComponent, string> = {
    '"@status"': String(status),
    '"content-digest"': contentDigest,
    '"@method";req': request.method,
    '"@target-uri";req': request.targetUri,
    '"content-digest";req': request.contentDigest,
  };
  return [
    ...components.map((component) => `${component}: ${values[component]}`),
    `"@signature-params": ${parameters}`,
  ].join("\n");
}
