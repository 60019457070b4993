import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { HostApp } from "./HostApp.tsx";

/** What a server sends of the host's page. */
export function render(panels: readonly string[]): string {
  return renderToString(
    <StrictMode>
      <HostApp panels={panels} />
    </StrictMode>,
  );
}
