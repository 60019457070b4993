import { type CommandWords, createCommandWords } from "../i18n/createCommandWords.ts";
import { escapeUnreadable } from "../payload/serializePayload.ts";
import { type Language, languages } from "../policy/index.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The language that the environment asks for: the first that is set of `LC_ALL`,
 * `LC_MESSAGES` and `LANG` (POSIX.1-2017 § 8.2), German where it names German, else English.
 */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Terminal["env"]): Language {
  return /^de(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "de" : "en";
}

/** The language that the arguments ask for, also where they cannot all be used. */
export function languageIn(args: readonly string[], env: Terminal["env"]): Language {
  const [given] = args.flatMap((arg, index) => {
    if (arg.startsWith("--language=")) return [arg.slice("--language=".length)];
    return arg === "--language" ? [args[index + 1]] : [];
  });
  return languages.find((language) => language === given) ?? languageOf(env);
}

/** What the command says in a language; what a terminal could not show is escaped. */
export function commandWords(language: Language): CommandWords {
  return createCommandWords(language, escapeUnreadable);
}
