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
