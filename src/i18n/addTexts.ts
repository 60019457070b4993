import type { i18n } from "i18next";

/** The namespace of the interface's words, in an i18next of ours and in a host's. */
export const namespace = "klartext";

/**
 * Adds texts to what an i18next knows of a language in our namespace. Nobody is told, and the
 * namespace is not put on its list: an i18next asks its server for all that stands there,
 * whenever its language changes.
 */
export function addTexts(
  instance: Pick<i18n, "addResourceBundle" | "options">,
  language: string,
  texts: object,
): void {
  const { ns } = instance.options;
  const listed = Array.isArray(ns) ? ns : [];
  const wasListed = listed.includes(namespace);
  instance.addResourceBundle(language, namespace, texts, true, true, { silent: true });
  if (!wasListed && listed.includes(namespace)) {
    listed.splice(listed.indexOf(namespace), 1);
  }
}
