import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { HostApp, hostQueries, hostWords } from "./HostApp.tsx";

declare global {
  interface Window {
    readonly host: {
      readonly queries: number;
      readonly languages: readonly string[];
    };
  }
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
const panels = (root.dataset.panels ?? "").split(" ");
const app = (
  <StrictMode>
    <HostApp panels={panels} />
  </StrictMode>
);
if (root.childElementCount > 0) hydrateRoot(root, app);
else createRoot(root).render(app);

Object.defineProperty(window, "host", {
  get: () => ({
    queries: hostQueries.getQueryCache().getAll().length,
    languages: Object.keys(hostWords.services.resourceStore.data),
  }),
});
