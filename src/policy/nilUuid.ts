/** The nil UUID (RFC 9562 § 5.9): what a preview has in the place of a pseudonym that was not made yet. */
export const nilUuid = "00000000-0000-0000-0000-000000000000";
