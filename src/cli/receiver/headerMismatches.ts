import type { Arrival } from "./arrival.ts";

/** What no panel can know before, and none has to tell. */
const untold = ["content-length"];

/**
 * What a request carries beyond the headers that were told of, lacks of them, or has
 * otherwise; each in words. `{…}` in what was told stands for anything.
 */
export function headerMismatches(
  { headers }: Pick<Arrival, "headers">,
  told: Readonly<Record<string, string>>,
): readonly string[] {
  const toldOf = new Map(
    Object.entries(told).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  const came = headers.map(([name]) => name.toLowerCase());
  const found = headers.flatMap(([name, value]) => {
    const key = name.toLowerCase();
    const expected = toldOf.get(key);
    if (expected === undefined)
      return untold.includes(key) ? [] : [`${name} is not told`];
    return matches(expected, value)
      ? []
      : [`${name} is "${value}", and told as "${expected}"`];
  });
  const missing = [...toldOf.keys()].filter((name) => !came.includes(name));
  const twice = [...new Set(came.filter((name, index) => came.indexOf(name) !== index))];
  return [
    ...found,
    ...missing.map((name) => `${name} is told and does not come`),
    ...twice.map((name) => `${name} comes more than once`),
  ];
}

function matches(expected: string, value: string): boolean {
  const pattern = expected
    .split(/\{[^}]*\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^\\s]+");
  return new RegExp(`^${pattern}$`).test(value);
}
