import type { WordKey } from "./wordKey.ts";

/** Gives the interface's words in one language. */
export type Words = (key: WordKey, values?: WordValues) => string;

export type WordValues = Readonly<Record<string, string | number>>;

/** The places of the words that hold what comes from outside, by their names. */
const outside: ReadonlySet<string> = new Set([
  "name",
  "status",
  "revision",
  "before",
  "after",
  "title",
  "instance",
  "path",
  "raw",
  "entry",
  "state",
]);

/** Fills words by `t`; what comes from outside stands in them as `protect` writes it. */
export function bindWords<Key extends string>(
  t: (key: Key, values: WordValues) => string,
  protect: (text: string) => string,
): (key: Key, values?: WordValues) => string {
  return (key, values = {}) =>
    t(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "string" && outside.has(name) ? protect(value) : value,
        ]),
      ),
    );
}
