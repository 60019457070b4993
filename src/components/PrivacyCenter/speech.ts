import type { i18n } from "i18next";
import { createLazy, type Lazy } from "../../client/createLazy.ts";
import type { InterfaceTexts } from "../../i18n/buildWords.ts";
import type { HostI18n } from "../../i18n/hostI18n.ts";
import { loadLaterTexts, loadTexts } from "../../i18n/loadTexts.ts";
import type { Language } from "../../policy/language.ts";

/** The parts that speak, and the words of one language. */
export interface Speech {
  readonly parts: typeof import("./centerParts.ts");
  readonly words: i18n;
  /** Adds the words of the parts that are loaded later. */
  readonly later: Lazy<void>;
}

/** Loaded with the panel's first answer, in the language of the page alone. */
export type SpeechByLanguage = Readonly<Record<Language, Lazy<Speech>>>;

type Build = (language: Language, texts: InterfaceTexts) => i18n;

/** An i18next of ours is a file of its own: a host that gives one does not load it. */
const loadOurs = () => import("../../i18n/buildWords.ts").then((it) => it.buildWords);

const ours = speechThrough(loadOurs);
const theirs = new WeakMap<HostI18n, SpeechByLanguage>();

/** What a centre says, through an i18next of ours, or through that of the host. */
export function speechOf(host: HostI18n | undefined): SpeechByLanguage {
  if (!host) return ours;
  const known = theirs.get(host);
  if (known) return known;
  const made = speechThrough(async () => {
    const { canSpeak, hostWords } = await import("../../i18n/hostWords.ts");
    return canSpeak(host)
      ? (language, texts) => hostWords(host, language, texts)
      : loadOurs();
  });
  theirs.set(host, made);
  return made;
}

function speechThrough(load: () => Promise<Build>): SpeechByLanguage {
  /** Then a part that is open must not wait when the language changes. */
  let isLaterSpoken = false;

  const speechIn = (language: Language) =>
    createLazy(async () => {
      const [parts, texts, build] = await Promise.all([
        import("./centerParts.ts"),
        loadTexts[language](),
        load(),
      ]);
      const words = build(language, texts);
      const later = createLazy(async () => {
        parts.addTexts(words, language, await loadLaterTexts[language]());
        isLaterSpoken = true;
      });
      if (isLaterSpoken) await later.load();
      return { parts, words, later };
    });
  return { de: speechIn("de"), en: speechIn("en") };
}
