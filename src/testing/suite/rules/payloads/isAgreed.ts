export function isAgreed(status: string): boolean {
  return status === "granted" || status === "outdated";
}
