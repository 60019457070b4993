/** The stories that a page of the site leads to and that Storybook does not have, by their ids. */
export function missingStories(
  html: string,
  entries: Readonly<Record<string, unknown>>,
): readonly string[] {
  const named = [...html.matchAll(/href="[^"]*storybook\/\?path=\/story\/([^"&]+)/g)];
  const ids = new Set(named.map(([, id = ""]) => id));
  return [...ids].filter((id) => !Object.hasOwn(entries, id));
}
