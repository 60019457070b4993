/** Both ends of a fingerprint, such as "3F:A2:…:4F:93"; what is short already stays whole. */
export function shortFingerprint(fingerprint: string): string {
  const bytes = fingerprint.split(":");
  return bytes.length > 6
    ? [...bytes.slice(0, 2), "…", ...bytes.slice(-2)].join(":")
    : fingerprint;
}
