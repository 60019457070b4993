import * as z from "zod/mini";
import { liveConfigPolicy } from "../builtIn/liveConfigPolicy.ts";
import { serverStatisticsSample } from "../builtIn/samples.ts";
import { serverStatistics } from "../builtIn/serverStatistics.ts";
import { definePolicy } from "../definePolicy.ts";
import { item } from "../item.ts";
import { type Language, languages } from "../language.ts";
import type { Policy, PolicyTexts } from "../policy.ts";
import { findRevision } from "../revisions.ts";

/** The revisions of the reference panel: the real one, and two to try a change on. */
export const revisionIds = ["2025-07-24", "2026-03-01", "2026-04-01"] as const;

/** The real policy, with examples in the place of what only a vendor knows. */
const exemplary = liveConfigPolicy({
  vendor: { de: "Beispiel GmbH", en: "Example Ltd" },
  settings: {
    controller: {
      de: "Beispiel GmbH, Musterstraße 1, 12345 Musterstadt",
      en: "Example Ltd, 1 Sample Street, 12345 Sampletown",
    },
    contact: {
      de: "datenschutz@telemetry.example",
      en: "privacy@telemetry.example",
    },
    authority: {
      de: "Aufsichtsbehörde des Landes Musterland",
      en: "Data protection authority of Sampleland",
    },
    logRetention: { de: "7 Tage", en: "7 days" },
    purpose: {
      "crash-reports": {
        de: "Fehler finden und beheben",
        en: "To find and fix bugs",
      },
      "server-statistics": {
        de: "Entscheiden, welche Distributionen und Dienste unterstützt werden",
        en: "To decide which distributions and services to support",
      },
    },
    retention: {
      "crash-reports": { de: "12 Monate", en: "12 months" },
      "server-statistics": {
        de: "12 Monate, bei Widerruf sofortige Löschung",
        en: "12 months; deleted at once on withdrawal",
      },
    },
  },
});

/** The same, which says of itself that they are examples. */
const first = definePolicy({
  ...exemplary,
  general: [...exemplary.general, { type: "paragraph", sentences: ["examples"] }],
  texts: rewritten(exemplary, (texts, language) => ({
    ...texts,
    general: {
      ...texts.general,
      examples: {
        de: "Alle Angaben des Herstellers auf dieser Seite (Name und Anschrift, Zwecke und Fristen) sind Beispiele.",
        en: "All details from the vendor on this page (name and address, purposes and periods) are examples.",
      }[language],
    },
  })),
});

/** A demonstration: the statistics tell one item more, so consent is asked for anew. */
const withArchitecture = definePolicy({
  ...first,
  revision: {
    id: revisionIds[1],
    date: "2026-03-01",
    material: true,
    summary: {
      de: "Beispiel: Die Serverstatistiken nennen zusätzlich die Prozessorarchitektur.",
      en: "Example: the server statistics also name the processor architecture.",
    },
  },
  activities: first.activities.map((activity) =>
    activity.basis === "consent" && activity.id === "server-statistics"
      ? {
          ...activity,
          schema: z.extend(serverStatistics, {
            architecture: item(z.enum(["x64", "arm64", "other"]), "architecture"),
          }),
          items: { ...activity.items, architecture: { told: "list" } },
          sample: { ...serverStatisticsSample, architecture: "x64" },
        }
      : activity,
  ),
  texts: rewritten(first, (texts, language) => {
    const statistics = texts.activities["server-statistics"];
    if (!statistics) return texts;
    const architecture = {
      de: { label: "Prozessorarchitektur", bullet: "die Architektur des Prozessors" },
      en: {
        label: "Processor architecture",
        bullet: "the architecture of the processor",
      },
    }[language];
    const items = { ...statistics.items, architecture };
    return {
      ...texts,
      activities: { ...texts.activities, "server-statistics": { ...statistics, items } },
    };
  }),
  previous: first,
});

/** A demonstration: one sentence worded better, so every consent stays. */
export const referencePolicy: Policy = definePolicy({
  ...withArchitecture,
  revision: {
    id: revisionIds[2],
    date: "2026-04-01",
    material: false,
    summary: {
      de: "Beispiel: Ein Satz ist anders formuliert, ohne neuen Inhalt.",
      en: "Example: one sentence is worded differently, with nothing new in it.",
    },
  },
  texts: rewritten(withArchitecture, (texts, language) => ({
    ...texts,
    general: {
      ...texts.general,
      encryption: {
        de: "Alle Daten reisen ausschließlich über eine TLS-verschlüsselte Verbindung (https).",
        en: "All data are transmitted only over a TLS-encrypted connection (https).",
      }[language],
    },
  })),
  previous: withArchitecture,
});

/** The first revision as a host has it that gives no settings, to try an embedding on. */
export const bareName = "bare";

/** The policy as the panel stands for it: one of its revisions, or the bare one. */
export function policyInForce(revision: string): Policy {
  if (revision === bareName) return liveConfigPolicy();
  const found = findRevision(referencePolicy, revision);
  if (!found) throw new RangeError(`There is no revision "${revision}".`);
  return found;
}

function rewritten(
  policy: Policy,
  rewrite: (texts: PolicyTexts, language: Language) => PolicyTexts,
): Policy["texts"] {
  const entries = languages.map(
    (language) => [language, rewrite(policy.texts[language], language)] as const,
  );
  return Object.fromEntries(entries) as Record<Language, PolicyTexts>;
}
