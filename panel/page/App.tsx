import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/index.ts";
import { referencePolicy } from "../../src/policy/demo/referencePolicy.ts";
import type { Language } from "../../src/policy/language.ts";
import { type PersonId, people } from "../src/people.ts";
import { CrashButton } from "./CrashButton.tsx";
import { DemoMenu } from "./DemoMenu.tsx";
import { Languages } from "./Languages.tsx";
import { pageWords } from "./pageWords.ts";
import { readSession } from "./readSession.ts";
import { SignIn } from "./SignIn.tsx";

/** The host: a panel with its own bar, in which the privacy centre is embedded. */
export function App() {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  /** Undefined until the panel has said it. */
  const [person, setPerson] = useState<PersonId | null>();
  const [signIns, setSignIns] = useState(0);
  const menu = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    void readSession().then((found) => setPerson((known) => known ?? found));
  }, []);

  const onSignIn = (id: PersonId) => {
    // The button that was pressed may be gone now: the focus goes to the menu.
    flushSync(() => {
      setPerson(id);
      setSignIns((count) => count + 1);
    });
    menu.current?.focus();
  };

  return (
    <>
      <header className="host-bar">
        <span className="host-bar__name">Klartext</span>
        {person && (
          <DemoMenu
            label={pageWords.menu[language]}
            name={people[person].name}
            buttonRef={menu}
          >
            {(close) => (
              <>
                <SignIn
                  {...{ language, person }}
                  onSignIn={(id) => {
                    onSignIn(id);
                    close();
                  }}
                />
                <CrashButton language={language} />
              </>
            )}
          </DemoMenu>
        )}
        <Languages language={language} onChoose={setLanguage} />
        <p className="host-hidden" aria-live="polite">
          {signIns > 0 && person && (
            <span key={signIns}>
              {pageWords.signIn.done[language].replace("{{name}}", people[person].name)}
            </span>
          )}
        </p>
      </header>
      <main className="host-main">
        {person === null && <SignIn {...{ language, person, onSignIn }} />}
        <PrivacyCenter
          key={signIns}
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
