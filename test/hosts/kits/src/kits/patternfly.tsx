import "klartext/styles.css";
import "@patternfly/patternfly/patternfly.css";
import "../blocks/patternfly.css";
import { Center } from "../Center.tsx";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.classList.toggle("pf-v6-theme-dark", theme === "dark");
};

export function Host() {
  return (
    <div className="pf-v6-c-page">
      <main className="pf-v6-c-page__main-container">
        <Center />
      </main>
    </div>
  );
}
