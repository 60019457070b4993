import { interpolate } from "./interpolate.ts";
import type { PolicyTexts } from "./policy.ts";

/**
 * A day (`YYYY-MM-DD`) in words. The policy's text has a digest, so its words come from
 * the texts and not from the runtime's locale data, which differ between versions.
 */
export function formatDay(date: string, { format, months }: PolicyTexts["day"]): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return interpolate(format, {
    day: String(Number(day)),
    month: months[Number(month) - 1] ?? month,
    year,
  });
}
