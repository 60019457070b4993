/**
 * Parses bytes that are the same as the last time but once. The bytes themselves are compared,
 * not when or where they were written: what is remembered cannot be of other bytes.
 */
export function rememberParsed<T>(parse: (bytes: Buffer) => T): (bytes: Buffer) => T {
  let last: { readonly bytes: Buffer; readonly parsed: T } | undefined;
  return (bytes) => {
    if (!last?.bytes.equals(bytes)) last = { bytes, parsed: parse(bytes) };
    return last.parsed;
  };
}
