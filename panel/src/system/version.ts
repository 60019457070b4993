/** A service or a library, by the name that is told, and its version. */
export interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

/**
 * What a version may look like to be told: it starts with a digit, and has no space, no
 * slash, no colon and no character outside of ASCII. Whatever else stands in a version
 * field is not passed on.
 */
export const versionPattern = /^[0-9][0-9A-Za-z.+~_-]{0,63}$/;

/** Whether a text has the form of a version, see `versionPattern`. */
export function isVersion(text: string): boolean {
  return versionPattern.test(text);
}

/**
 * Orders versions by their numbers, from left to right, so that 15.10 comes after 15.9.
 * Enough for choosing among releases that are installed side by side, whose first numbers
 * differ; it knows nothing of pre-releases.
 */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
