import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { PrivacyPage } from "./PrivacyPage.tsx";

export function render(): string {
  return renderToString(
    <StrictMode>
      <PrivacyPage />
    </StrictMode>,
  );
}
