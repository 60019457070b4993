import type { Validity } from "../../src/certificates/certificates.ts";

/** A validity in days from now. */
export function validityInDays(from: number, to: number): Validity {
  const at = (count: number) => new Date(Date.now() + count * 86_400_000);
  return { notBefore: at(from), notAfter: at(to) };
}
