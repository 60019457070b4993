import type { AnswerHead } from "./answer.ts";

/** How long an answer asks to wait, in milliseconds (RFC 9110 § 10.2.3). */
export function retryAfter({ headers }: AnswerHead): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}
