import type { i18n } from "i18next";
import { createLazy, type Lazy } from "../../client/createLazy.ts";
import type { InterfaceTexts } from "../../i18n/buildWords.ts";
import type { HostI18n } from "../../i18n/hostI18n.ts";
import { loadLazyTexts, loadTexts } from "../../i18n/loadTexts.ts";
import type { Language } from "../../policy/language.ts";

/** What a centre needs once it has the panel's state: its parts, and the words of one language. */
export interface LoadedCenter {
  readonly parts: typeof import("./lazyCenter.ts");
  readonly words: i18n;
  /** Adds the words of the parts that are loaded later. */
  readonly lazyWords: Lazy<void>;
}

/** Loaded with the panel's first answer, in the language of the page alone. */
export type LoadedCenterByLanguage = Readonly<Record<Language, Lazy<LoadedCenter>>>;

type Build = (language: Language, texts: InterfaceTexts) => i18n;

/** An i18next of ours is a file of its own: a host that gives one does not load it. */
const loadOurs = () => import("../../i18n/buildWords.ts").then((it) => it.buildWords);

const ours = loadThrough(loadOurs);
const theirs = new WeakMap<HostI18n, LoadedCenterByLanguage>();

/** What a centre loads, with words through an i18next of ours, or through that of the host. */
export function loadedCenterOf(host: HostI18n | undefined): LoadedCenterByLanguage {
  if (!host) return ours;
  const known = theirs.get(host);
  if (known) return known;
  const made = loadThrough(async () => {
    const { canSpeak, hostWords } = await import("../../i18n/hostWords.ts");
    return canSpeak(host)
      ? (language, texts) => hostWords(host, language, texts)
      : loadOurs();
  });
  theirs.set(host, made);
  return made;
}

function loadThrough(load: () => Promise<Build>): LoadedCenterByLanguage {
  /** Then a part that is open must not wait when the language changes. */
  let areLazyWordsLoaded = false;

  const loadIn = (language: Language) =>
    createLazy(async () => {
      const [parts, texts, build] = await Promise.all([
        import("./lazyCenter.ts"),
        loadTexts[language](),
        load(),
      ]);
      const words = build(language, texts);
      const lazyWords = createLazy(async () => {
        parts.addTexts(words, language, await loadLazyTexts[language]());
        areLazyWordsLoaded = true;
      });
      if (areLazyWordsLoaded) await lazyWords.load();
      return { parts, words, lazyWords };
    });
  return { de: loadIn("de"), en: loadIn("en") };
}
