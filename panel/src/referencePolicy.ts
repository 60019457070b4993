import { liveConfigPolicy } from "../../src/policy/index.ts";

/**
 * The policy of the reference panel. What only a vendor knows is filled with texts that
 * say of themselves that they are examples.
 */
export const referencePolicy = liveConfigPolicy({
  vendor: { de: "Beispiel GmbH (Beispielangabe)", en: "Example Ltd (example)" },
  settings: {
    controller: {
      de: "Beispiel GmbH, Musterstraße 1, 12345 Musterstadt (Beispielangabe)",
      en: "Example Ltd, 1 Sample Street, Sampletown (example)",
    },
    contact: {
      de: "datenschutz@telemetry.example (Beispielangabe)",
      en: "privacy@telemetry.example (example)",
    },
    authority: {
      de: "Aufsichtsbehörde des Landes Musterland (Beispielangabe)",
      en: "Data protection authority of Sampleland (example)",
    },
    logRetention: { de: "7 Tage (Beispielangabe)", en: "7 days (example)" },
    purpose: {
      "crash-reports": {
        de: "Fehler finden und beheben (Beispielangabe)",
        en: "To find and mend defects (example)",
      },
      "server-statistics": {
        de: "Entscheiden, welche Distributionen und Dienste unterstützt werden (Beispielangabe)",
        en: "To decide which distributions and services to support (example)",
      },
    },
    retention: {
      "crash-reports": { de: "12 Monate (Beispielangabe)", en: "12 months (example)" },
      "server-statistics": {
        de: "12 Monate, bei Widerruf sofortige Löschung (Beispielangabe)",
        en: "12 months; deleted at once on withdrawal (example)",
      },
    },
  },
});
