import { type Language, languages } from "../policy/language.ts";

/** The language of the page around one place in it. */
interface PageLanguage {
  readonly read: () => Language | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

/**
 * The language of the closest `lang` of what `find` finds, as the host wrote it (`de-AT`
 * finds de, RFC 4647 § 3.4), through shadows too. A machine translation writes its own
 * language into `<html lang>`; while one is shown, what stood there before holds.
 */
export function pageLanguage(find: () => Element | null): PageLanguage {
  let last: Language | undefined;
  let isRead = false;
  return {
    read: () => {
      const place = find();
      const [holder] = placesAround(place).flatMap((at) => at.closest("[lang]") ?? []);
      const isTranslators = holder === document.documentElement && isTranslated();
      if (!isTranslators || !isRead) last = languageOf(holder);
      isRead ||= place !== null;
      return last;
    },
    subscribe: (changed) => {
      const observer = new MutationObserver(changed);
      for (const place of placesAround(find())) {
        observer.observe(place.getRootNode(), {
          attributeFilter: ["lang"],
          subtree: true,
        });
      }
      return () => observer.disconnect();
    },
  };
}

function languageOf(holder: Element | undefined): Language | undefined {
  const primary = holder?.getAttribute("lang")?.split("-")[0]?.toLowerCase();
  return languages.find((language) => language === primary);
}

/** A place, and where it stands in a shadow, what hosts that, and so on. */
function placesAround(place: Element | null | undefined): readonly Element[] {
  if (!place) return [];
  const { host } = place.getRootNode() as Partial<ShadowRoot>;
  return [place, ...placesAround(host)];
}

/** Whether a browser's machine translation has left its marks: Chrome's, or Edge's. */
function isTranslated(): boolean {
  return !!document.querySelector(
    "html.translated-ltr, html.translated-rtl, .kt-root font, .kt-root [_msttexthash]",
  );
}
