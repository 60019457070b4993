/** A key with which the vendor signs its answers, and when. */
export interface VendorKey {
  /** An Ed25519 key as PEM, `-----BEGIN PUBLIC KEY-----` (RFC 8410). */
  readonly publicKey: string;
  /** The first moment at which it signs, as an ISO 8601 time. @default always before */
  readonly from?: string | undefined;
  /** The last moment at which it signs; older answers stay checked. @default for ever */
  readonly until?: string | undefined;
}
