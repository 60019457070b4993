"use client";
import { type RefObject, useState, useSyncExternalStore } from "react";
import type { Language } from "../policy/language.ts";
import { pageLanguage } from "./pageLanguage.ts";

/**
 * The language to speak: the one given, else that of the page around the root element, else
 * the fallback. The server and the first render of the browser do not look at the page, so
 * that they agree.
 */
export function useLanguage(
  root: RefObject<Element | null>,
  given: Language | undefined,
  fallback: Language,
): Language {
  const [page] = useState(() => pageLanguage(() => around(root.current)));
  // Where the page says what was to be said without it, nothing is rendered twice.
  const read = () => page.read() ?? fallback;
  const found = useSyncExternalStore(page.subscribe, read, () => fallback);
  return given ?? found;
}

/** The root says its own language; what stands around it says the host's. */
function around(root: Element | null): Element | null {
  const parent = root?.parentNode;
  return parent instanceof ShadowRoot ? parent.host : (root?.parentElement ?? null);
}
