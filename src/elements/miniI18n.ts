import { createContext } from "react";

/**
 * What the centre uses of i18next and react-i18next, for the custom elements: they carry
 * their dependencies with them, and those two weigh more than the centre's own code. The
 * build puts this module in the place of both; a test compares it with them word by word.
 */
type Texts = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, string | number>>;
type Translate = (key: string, values?: Values) => string;

interface Options {
  readonly lng: string;
  readonly defaultNS: string;
  readonly resources: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

interface Instance {
  readonly init: (options: Options) => void;
  readonly t: Translate;
  /** As i18next has it: an instance has one language and one namespace. */
  readonly addResourceBundle: (language: string, namespace: string, texts: Texts) => void;
  readonly options: object;
}

export function createInstance(): Instance {
  const instance = {
    options: {},
    t: (key: string) => key,
    init: ({ lng, defaultNS, resources }: Options) => {
      const all = [resources[lng]?.[defaultNS] ?? {}];
      instance.addResourceBundle = (_language, _namespace, texts) => void all.push(texts);
      const find = (key: string) => {
        for (const texts of all) {
          const text = textAt(texts, key);
          if (text) return text;
        }
        return undefined;
      };
      const plural = new Intl.PluralRules(lng);
      instance.t = (key: string, values: Values = {}) => {
        const { count } = values;
        const text =
          (typeof count === "number" && find(`${key}_${plural.select(count)}`)) ||
          find(key);
        return text ? fill(text, values) : key;
      };
    },
  } as { -readonly [Name in keyof Instance]: Instance[Name] };
  return instance;
}

function textAt(texts: Texts, key: string): string | undefined {
  const found = key
    .split(".")
    .reduce<unknown>((node, name) => (node as Texts | undefined)?.[name], texts);
  return typeof found === "string" ? found : undefined;
}

function fill(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}

export const I18nContext = createContext<{ readonly i18n: Instance } | undefined>(
  undefined,
);
