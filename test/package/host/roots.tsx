import { createRoot, hydrateRoot } from "react-dom/client";
import { PanelRoot } from "./PanelRoot.tsx";

/** A host that gives each of its panels, and each of its policies, a root of its own. */
for (const element of document.querySelectorAll<HTMLElement>("[data-panel]")) {
  const app = <PanelRoot panel={element.dataset.panel ?? ""} />;
  if (element.childElementCount > 0) {
    hydrateRoot(element, app, {
      onRecoverableError: (error) => console.error(`Hydration: ${String(error)}`),
    });
  } else createRoot(element).render(app);
}
