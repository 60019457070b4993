import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { HostApp } from "./HostApp.tsx";
import { PanelRoot } from "./PanelRoot.tsx";

/** What a server sends of the host's page. */
export function render(panels: readonly string[]): string {
  return renderToString(
    <StrictMode>
      <HostApp panels={panels} />
    </StrictMode>,
  );
}

/** What a server sends of one root of a page that has several. */
export function renderRoot(panel: string): string {
  return renderToString(<PanelRoot panel={panel} />);
}
