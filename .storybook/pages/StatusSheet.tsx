import { DecisionStory } from "../../test/support/DecisionStory.tsx";
import { decisionLook, lookNames, modifiers } from "../../test/support/decisionLooks.ts";
import { InLanguage } from "../InLanguage.tsx";
import "./pages.css";

/** Every status with everything that can modify it, in both languages side by side. */
export function StatusSheet() {
  return (
    <>
      <h1>Every status, with everything that modifies it</h1>
      {Object.keys(modifiers).map((status) => (
        <div key={status} className="page-pair" data-status={status}>
          {(["de", "en"] as const).map((language) => {
            const names = lookNames.filter((name) => name.startsWith(`${status}+`));
            return (
              <InLanguage key={language} language={language}>
                <DecisionStory looks={names.map(decisionLook)} names={names} />
              </InLanguage>
            );
          })}
        </div>
      ))}
    </>
  );
}
