import de from "../../../locales/de/policy.json" with { type: "json" };
import en from "../../../locales/en/policy.json" with { type: "json" };
import type { Language, Localized } from "../language.ts";
import type { Policy, Settings } from "../policy.ts";
import { written } from "../policyDefinition.ts";
import { crashReport } from "./crashReport.ts";
import {
  type HostParagraph,
  type HostSection,
  inEachLanguage,
  paragraphs,
  type Replacements,
  replaceTexts,
  sectionDefinitions,
  sectionTexts,
  sentencesIn,
} from "./hostTexts.ts";
import { serverStatistics } from "./serverStatistics.ts";
import { signalNames } from "./signalNames.ts";

/** A copy: the package's types tell what is in it, but cannot import JSON. */
const builtInTexts = { ...de };

/** Every text of the built-in policy, by its place. */
export type LiveConfigTexts = typeof builtInTexts;

/**
 * What a host may say in the built-in policy besides, or in other words; all of it may
 * be left out.
 */
export interface LiveConfigOptions {
  /** @default "LiveConfig®" */
  readonly product?: string;
  /** Who receives the data. @default the maker of LiveConfig®, in words */
  readonly vendor?: Localized;
  /** What only the vendor knows; what is not given is left out. */
  readonly settings?: Settings;
  /** Other words for any text, at its place. They still count as what they replace. */
  readonly texts?: { readonly [L in Language]?: Replacements<LiveConfigTexts> };
  /** Paragraphs after the opening ones. */
  readonly general?: readonly HostParagraph[];
  /** Sections before the status. */
  readonly sections?: readonly HostSection[];
}

/**
 * The built-in policy of LiveConfig®, revision of 24 July 2025. For a page nobody diagnoses
 * it: whether a host's texts are whole says `liveConfigPolicy` of `klartext/policy`, with the
 * same options, in a test or on a server.
 *
 * @throws {PolicyError} when a text is replaced that there is not.
 */
export function liveConfigPolicy({
  product = "LiveConfig®",
  vendor = { de: `Hersteller von ${product}`, en: `The maker of ${product}` },
  settings = {},
  texts = {},
  general = [],
  sections = [],
}: LiveConfigOptions = {}): Policy {
  return written({
    revision: {
      id: "2025-07-24",
      date: "2025-07-24",
      material: true,
      summary: { de: "Erste Fassung.", en: "First version." },
    },
    product,
    vendor,
    settings,
    general: [
      { type: "paragraph", sentences: ["scope", "minimisation"] },
      { type: "paragraph", sentences: ["encryption", "pinning"] },
      ...paragraphs(general),
    ],
    activities: [
      {
        id: "license",
        basis: "contract",
        blocks: [
          { type: "paragraph", sentences: ["activation", "renewal"] },
          { type: "paragraph", sentences: ["logged", "stored", "overview", "misuse"] },
        ],
        summary: {
          frequency: ["activation", "renewal"],
          identification: ["logged"],
          retention: ["stored", "misuse"],
        },
      },
      {
        id: "crash-reports",
        basis: "consent",
        identification: "none",
        schedule: "event",
        schema: crashReport,
        items: {
          version: { told: "list" },
          libraries: { told: "list" },
          "stack-trace": { told: "list", names: { signal: signalNames } },
        },
        exclusions: "exclusions",
        receiverAdds: "log",
        blocks: [
          { type: "paragraph", sentences: ["optIn", "occasion"] },
          { type: "items", introduction: "contents" },
          { type: "paragraph", sentences: ["exclusions"] },
          { type: "paragraph", sentences: ["log", "anonymous"] },
        ],
      },
      {
        id: "server-statistics",
        basis: "consent",
        identification: "pseudonym",
        schedule: "monthly",
        schema: serverStatistics,
        items: {
          pseudonym: { told: "sentence", sentence: "pseudonym" },
          distribution: { told: "list" },
          version: { told: "list" },
          services: { told: "list" },
        },
        exclusions: "exclusions",
        blocks: [
          { type: "paragraph", sentences: ["optIn", "pseudonym", "occasion"] },
          { type: "items", introduction: "contents" },
          { type: "paragraph", sentences: ["exclusions"] },
          {
            type: "paragraph",
            sentences: ["pseudonymous", "deletion", "pseudonymDeletion"],
          },
        ],
        summary: { retention: ["deletion"] },
      },
    ],
    sections: sectionDefinitions(sections),
    texts: inEachLanguage((language) => {
      const words = replaceTexts({ de, en }[language], texts[language] ?? {}, language);
      return {
        ...words,
        general: { ...words.general, ...sentencesIn(general, language) },
        sections: sectionTexts(sections, language),
      };
    }),
  });
}
