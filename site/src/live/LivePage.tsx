import { useState } from "react";
import { PrivacyCenter } from "../../../src/index.ts";
import { referencePolicy } from "../../../src/policy/demo/referencePolicy.ts";
import type { Language } from "../../../src/policy/language.ts";
import { siteWords } from "../siteWords.ts";
import { type LivePanel, openLivePanel } from "./openLivePanel.ts";
import { RequestList } from "./RequestList.tsx";
import { type Theme, WorldControls } from "./WorldControls.tsx";
import type { World } from "./world.ts";

export interface LivePageProps {
  /** The language of the site's page around it. */
  readonly siteLanguage: Language;
  /** The panel that it begins with. */
  readonly firstPanel: LivePanel;
}

/** The privacy page over a panel in this browser, and what a visitor can change around it. */
export function LivePage({ siteLanguage, firstPanel }: LivePageProps) {
  const [live, setLive] = useState(firstPanel);
  const [world, setWorld] = useState(live.world);
  const [language, setLanguage] = useState(siteLanguage);
  const [theme, setTheme] = useState<Theme>("site");
  const words = siteWords[siteLanguage].live;

  const change = (next: World) => {
    live.change(next);
    setWorld(next);
    // As after a look elsewhere: the page reads at once instead of at its next round.
    window.dispatchEvent(new Event("visibilitychange"));
  };
  const reset = () => {
    live.forget();
    const fresh = openLivePanel();
    setLive(fresh);
    setWorld(fresh.world);
    setLanguage(siteLanguage);
    setTheme("site");
  };

  return (
    <>
      <WorldControls
        words={words}
        {...{ world, language, theme }}
        onWorld={change}
        onLanguage={setLanguage}
        onTheme={setTheme}
        onReset={reset}
      />
      <div className="live-page" {...(theme !== "site" && { "data-theme": theme })}>
        <PrivacyCenter
          key={live.panel.baseUrl}
          policy={referencePolicy}
          baseUrl={live.panel.baseUrl}
          fetch={live.fetch}
          language={language}
          headingLevel={2}
        />
      </div>
      <RequestList words={words} live={live} />
    </>
  );
}
