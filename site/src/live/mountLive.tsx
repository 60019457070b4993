import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { LivePage } from "./LivePage.tsx";

const place = document.querySelector<HTMLElement>("[data-live]");
if (place) {
  const siteLanguage = place.dataset.live === "de" ? "de" : "en";
  // In steps, between which the page around it can be used.
  startTransition(() => {
    createRoot(place).render(<LivePage siteLanguage={siteLanguage} />);
  });
}
