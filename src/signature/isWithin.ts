import type { VendorKey } from "../policy/vendorKey.ts";

/** Whether a key signs at a time. @param created In seconds since 1970 (RFC 9421 § 2.3). */
export function isWithin(
  { from, until }: Pick<VendorKey, "from" | "until">,
  created: number,
): boolean {
  const at = created * 1_000;
  return (
    (from === undefined || at >= Math.floor(Date.parse(from) / 1_000) * 1_000) &&
    (until === undefined || at <= Date.parse(until))
  );
}
