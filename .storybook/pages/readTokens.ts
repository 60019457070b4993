/** A variable of the sheet that a host may set. */
export interface Token {
  readonly name: string;
  readonly value: string;
  /** What the sheet says of it, where it says something. */
  readonly comment: string | undefined;
}

/**
 * The tokens of a sheet in their order, each with the comment right before it: those that
 * it sets, and those that it takes from a host or else has a value of its own for.
 */
export function readTokens(css: string): readonly Token[] {
  const tokens = new Map<string, Token>();
  const declaration =
    /(?:\/\*([^*]*)\*\/\s*)?(?:(--kt-[\w-]+)\s*:\s*([^;]+)|--_kt-[\w-]+\s*:\s*var\(\s*(--kt-[\w-]+),\s*([^;]+?)\s*\));/g;
  for (const [, comment, set, ownValue, taken, fallback] of css.matchAll(declaration)) {
    const name = set ?? taken ?? "";
    if (tokens.has(name)) continue;
    tokens.set(name, {
      name,
      value: (ownValue ?? fallback ?? "").replace(/\s+/g, " ").trim(),
      comment: comment?.replace(/\s+/g, " ").trim(),
    });
  }
  return [...tokens.values()];
}
