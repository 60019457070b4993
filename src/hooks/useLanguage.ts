"use client";
import { type RefObject, useSyncExternalStore } from "react";
import { type Language, languages } from "../policy/language.ts";

/**
 * The language to speak: the one given, else that of the closest `lang` around the root
 * element (`de-AT` finds de, RFC 4647 § 3.4), else the fallback. The server and the first
 * render of the browser do not look at the page, so that they agree.
 */
export function useLanguage(
  root: RefObject<Element | null>,
  given: Language | undefined,
  fallback: Language,
): Language {
  const found = useSyncExternalStore(
    watchLanguage,
    () => closestLanguage(root.current),
    () => undefined,
  );
  return given ?? found ?? fallback;
}

function closestLanguage(element: Element | null): Language | undefined {
  const tag = element?.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
  const primary = tag.split("-")[0]?.toLowerCase();
  return languages.find((language) => language === primary);
}

function watchLanguage(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["lang"],
    subtree: true,
  });
  return () => observer.disconnect();
}
