/**
 * What the comparison of the bytes with the panel's `Repr-Digest` found. It can be made
 * only where the panel stated one, and no proxy coded the bytes anew (RFC 9530 § 2).
 */
export type DigestCheck =
  | { readonly status: "matches"; readonly digest: string }
  | { readonly status: "differs"; readonly digest: string; readonly stated: string }
  | { readonly status: "not-stated"; readonly digest: string }
  | { readonly status: "recoded"; readonly digest: string };

/** Compares a computed digest with the stated one. */
export function checkDigest(
  digest: string,
  stated: string | undefined,
  contentEncoding: string | null,
): DigestCheck {
  if (contentEncoding !== null && contentEncoding !== "identity") {
    return { status: "recoded", digest };
  }
  if (stated === undefined) return { status: "not-stated", digest };
  return stated === digest
    ? { status: "matches", digest }
    : { status: "differs", digest, stated };
}
