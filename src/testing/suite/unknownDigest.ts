/** A digest that no text and no payload has. */
export const unknownDigest = `sha-256=:${"A".repeat(43)}=:`;
