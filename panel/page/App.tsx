import { useEffect, useState } from "react";
import { type Language, PrivacyCenter } from "../../src/index.ts";
import { referencePolicy } from "../../src/policy/demo/referencePolicy.ts";
import { CrashButton } from "./CrashButton.tsx";
import { pageWords } from "./pageWords.ts";
import { SignIn } from "./SignIn.tsx";

const languageNames: Readonly<Record<Language, string>> = {
  de: "Deutsch",
  en: "English",
};

/** The host: a panel with its own bar, in which the privacy centre is embedded. */
export function App() {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [session, setSession] = useState(0);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <>
      <header className="host-bar">
        <span className="host-bar__name">Klartext</span>
        <span>{pageWords.madeUp[language]}</span>
        <CrashButton language={language} />
        <SignIn language={language} onSignIn={() => setSession((count) => count + 1)} />
        <nav aria-label={pageWords.languages[language]}>
          {(Object.keys(languageNames) as Language[]).map((code) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={code === language}
              onClick={() => setLanguage(code)}
            >
              {languageNames[code]}
            </button>
          ))}
        </nav>
      </header>
      <main className="host-main">
        <PrivacyCenter
          key={session}
          policy={referencePolicy}
          baseUrl="api/privacy"
          fallbackLanguage="de"
        />
      </main>
    </>
  );
}

function preferredLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  return asked.startsWith("de") ? "de" : "en";
}
