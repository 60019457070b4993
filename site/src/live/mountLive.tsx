import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { LivePage } from "./LivePage.tsx";
import type { LivePanel } from "./openLivePanel.ts";

/** Shows the live page over a panel where the site's page has left a place for it. */
export function mountLive(panel: LivePanel): void {
  const place = document.querySelector<HTMLElement>("[data-live]");
  if (!place) return;
  const siteLanguage = place.dataset.live === "de" ? "de" : "en";
  // In steps, between which the page around it can be used.
  startTransition(() => {
    createRoot(place).render(<LivePage siteLanguage={siteLanguage} firstPanel={panel} />);
  });
}
