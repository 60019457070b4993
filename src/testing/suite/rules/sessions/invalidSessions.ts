import type { SendOptions, SuiteContext } from "../../suiteContext.ts";

/** Requests of somebody who is not signed in, also as if she were. */
export function invalidSessions({ headers }: SuiteContext): readonly SendOptions[] {
  const names = Object.keys(headers);
  const each = (change: (value: string) => string): SendOptions => ({
    session: "none",
    headers: Object.fromEntries(names.map((name) => [name, change(headers[name] ?? "")])),
  });
  const none: SendOptions = { session: "none" };
  if (names.length === 0) return [none];
  return [
    none,
    each((value) =>
      value.replace(
        /([= ])([^=; ]+)/g,
        (_all, sign: string, word: string) => `${sign}${"x".repeat(word.length)}`,
      ),
    ),
    each((value) => `${value}x`),
    each((value) => value.replace(/([= ])[^=; ]+/g, "$1")),
    each((value) => value.replace(/^[^= ]+/, "other")),
  ].filter(({ headers: own }) => JSON.stringify(own) !== JSON.stringify(headers));
}
