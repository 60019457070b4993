import { createRoot } from "react-dom/client";
import { LivePage } from "./LivePage.tsx";

const place = document.querySelector<HTMLElement>("[data-live]");
if (place) {
  const siteLanguage = place.dataset.live === "de" ? "de" : "en";
  createRoot(place).render(<LivePage siteLanguage={siteLanguage} />);
}
