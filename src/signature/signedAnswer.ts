/** What was kept of a signed answer, so that somebody else can check it. */
export interface SignedAnswer {
  /** The answer's body. */
  readonly body: string;
  /** The text that was signed (RFC 9421 § 2.5). */
  readonly base: string;
  /** The signature of that text, in base64. */
  readonly signature: string;
}
