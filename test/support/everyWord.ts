import de from "../../locales/de/interface.json" with { type: "json" };
import deLazy from "../../locales/de/lazy.json" with { type: "json" };
import en from "../../locales/en/interface.json" with { type: "json" };
import enLazy from "../../locales/en/lazy.json" with { type: "json" };
import type { Language } from "../../src/policy/index.ts";

/** The words of the interface: what comes with the cards, and what comes later. */
export const interfaceTexts = {
  de: { first: de, lazy: deLazy },
  en: { first: en, lazy: enLazy },
} as const;

/** One thing to say: a key with its values. */
interface Utterance {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * Every key of a language with every value there is a place for, with none of them, with each
 * missing, with ones that look like places or nesting, and with several counts.
 */
export function everyWord(language: Language): readonly Utterance[] {
  const { first, lazy } = interfaceTexts[language];
  return [...textsIn(first), ...textsIn(lazy)].flatMap(([path, text]) => {
    const key = path.replace(/_(one|other)$/, "");
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);
    const all = Object.fromEntries(names.map((name) => [name, `<${name}> & "$&"`]));
    const odd = Object.fromEntries(
      names.map((name) => [name, `{{${name}}} $1 {{other}}`]),
    );
    const without = (missing: string) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => name !== missing));
    return [
      all,
      odd,
      {},
      ...names.map(without),
      ...names.map((name) => ({ ...all, [name]: "" })),
      ...[0, 1, 2, 1000, 1.5].map((count) => ({ ...all, count })),
    ].map((values) => ({ key, values }));
  });
}

/** Every text of a tree with its key. */
export function textsIn(tree: object, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, child]) =>
    typeof child === "string"
      ? [[path + name, child] as const]
      : textsIn(child, `${path}${name}.`),
  );
}
