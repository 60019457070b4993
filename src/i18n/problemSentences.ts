import de from "../../locales/de/interface.json" with { type: "json" };
import en from "../../locales/en/interface.json" with { type: "json" };

/** What a page says of each problem, in every language, by the problem's name. */
export function problemSentences(): Readonly<
  Record<string, { readonly de: string; readonly en: string }>
> {
  const english: Readonly<Record<string, string>> = en.problem;
  return Object.fromEntries(
    Object.entries(de.problem).map(([name, sentence]) => [
      name,
      { de: sentence, en: english[name] ?? "" },
    ]),
  );
}
