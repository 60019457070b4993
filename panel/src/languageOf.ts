import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { type Language, languages } from "../../src/policy/index.ts";

/** The first language that a person reads and this page is in (RFC 4647 § 3.4). */
export function languageOf(context: Context): Language {
  const asked = accepts(context, {
    ...{ header: "Accept-Language", supports: [...languages], default: "en" },
    match: (ranges) => {
      const read = ranges
        .filter(({ q }) => q > 0)
        .map(({ type }) => type.toLowerCase().split("-")[0]);
      return read.find((tag) => languages.some((one) => one === tag)) ?? "en";
    },
  });
  return asked === "de" ? "de" : "en";
}
