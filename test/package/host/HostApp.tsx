import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { useEffect, useState } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import { liveConfigPolicy, PrivacyCenter } from "../../../src/index.ts";

/** A host with a query client and an i18next of its own, in a language that we do not speak. */
export const hostQueries = new QueryClient();

void i18next.use(initReactI18next).init({
  lng: "fr",
  initAsync: false,
  resources: { fr: { translation: { greeting: "Bonjour" } } },
});

export { i18next as hostWords };

const policy = liveConfigPolicy();

export interface HostAppProps {
  /** Where the panels are that it shows. */
  readonly panels: readonly string[];
}

export function HostApp({ panels }: HostAppProps) {
  const { t } = useTranslation();
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  return (
    <QueryClientProvider client={hostQueries}>
      <p data-hydrated={isHydrated}>{t("greeting")}</p>
      {panels.map((baseUrl) => (
        <main key={baseUrl} aria-label={baseUrl}>
          <PrivacyCenter policy={policy} baseUrl={baseUrl} language="en" />
        </main>
      ))}
    </QueryClientProvider>
  );
}
