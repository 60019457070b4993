import type { Language } from "../../src/index.ts";
import { pageWords } from "./pageWords.ts";

const names: Readonly<Record<Language, string>> = { de: "Deutsch", en: "English" };

/** The languages of the page, as short as a narrow bar needs them. */
export function Languages({
  language,
  onChoose,
}: {
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
}) {
  return (
    <nav className="host-languages" aria-label={pageWords.languages[language]}>
      {(Object.keys(names) as Language[]).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          onClick={() => onChoose(code)}
        >
          <span>{code.toUpperCase()}</span>
          <span className="host-hidden">{` – ${names[code]}`}</span>
        </button>
      ))}
    </nav>
  );
}
