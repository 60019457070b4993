/** One of some values, if a text is one of them; a later contract may have more. */
export function knownOf<const Value extends string>(
  values: readonly Value[],
  text: string | null,
): Value | undefined {
  return values.find((value) => value === text);
}
