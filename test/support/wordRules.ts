import type { Language } from "../../src/policy/index.ts";

/** What a text may not be, each as the end of "a text that …". */
type WordRules = Readonly<Record<string, (text: string) => boolean>>;

const finds = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Whether one clause holds two of these words; parts of a list are clauses of their own. */
const findsTwice = (word: RegExp, joins: RegExp) => (text: string) =>
  text
    .split(/[.,;:!?–]/)
    .flatMap((clause) => clause.split(joins))
    .some((clause) => (clause.match(word)?.length ?? 0) > 1);

const withoutPlaces = (text: string) => text.replace(/\{\{[^}]*\}\}/g, "");

const units = "MB|kB|KB|GB|[Bb]ytes?|ms|px|%";

const rulesForAll: WordRules = {
  "is empty": finds(/^\s*$/),
  "begins or ends with a space": finds(/^\s|\s$/),
  "has straight quotes": finds(/["']/),
  "has three dots": finds(/\.\.\./),
  "has an exclamation mark": finds(/!/),
  "has two spaces": finds(/ {2}/),
  "has a hyphen for a dash": finds(/(^|\s)-(\s|$)/),
  "has a space before a comma or a full stop": finds(/\s[,;:.?]/),
  "breaks a line between a number and its unit": finds(
    new RegExp(`(\\d|\\}\\}) (${units})(?![\\p{L}])`, "u"),
  ),
  "writes a day that reads in two ways": finds(/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/),
  "ends an act with a mere Done": finds(/^(Done|OK|Okay|Fertig|Erledigt)\b/i),
};

export const wordRules: Readonly<Record<Language, WordRules>> = {
  de: {
    ...rulesForAll,
    "urges, praises or blames": finds(
      /Helfen Sie|helfen uns|\b(danke|leider|schade|unbedingt|empfehlen|empfohlen|wertvoll\w*|jetzt (einwilligen|aktivieren)|nur noch|ganz einfach|gerne?|super|toll|hoppla|entgeht|verpass\w*)(?!\p{L})/iu,
    ),
    "has an English word": finds(
      /\b(the|and|with|your|you|this|that|which|from|are|is sent|will be)\b/i,
    ),
    "says du": finds(/(?<!\p{L})(du|dir|dich|dein\w*|euch|euer|eure\w*)(?!\p{L})/iu),
    "has English quotes": finds(/”|‘|’(?=\s|$)|“(?=\p{L})/u),
    "opens a quote and does not close it": (text) =>
      text.split("„").length !== text.split("“").length,
    "breaks a line between what belongs together": finds(
      /((?<!\p{L})(Art|Abs|Nr|Ziff|z|d|u|i)\.|§) |(?<!\p{L})(z\.B|d\.h|u\.a|i\.d)\./u,
    ),
    "has no umlaut where German has one": (text) =>
      (withoutPlaces(text).match(/\p{L}*(ae|oe|ue)\p{L}*/giu) ?? []).some(
        (word) =>
          !/[aeäq]ue|^(zuerst|zueinander|dauer\p{L}*|soeben|israel\p{L}*|poet\p{L}*|(re|in)?fluenz\p{L}*|manuel\p{L}*|aktuel\p{L}*|individuel\p{L}*|virtuel\p{L}*|eventuel\p{L}*|visuel\p{L}*)$/iu.test(
            word,
          ),
      ) ||
      /(?<!\p{L})(gross|heiss|weiss|schliess|ausser(?!t)|strasse|gemaess|gemäss|mass(?=\p{Lu}))/iu.test(
        text,
      ),
    "negates twice": findsTwice(
      /(?<!\p{L})(nicht|kein\p{L}*|nie|niemals|nichts|ohne)(?!\p{L})/giu,
      /\b(und|oder|noch|aber|sondern|weil|wenn)\b/,
    ),
  },
  en: {
    ...rulesForAll,
    "urges, praises or blames": finds(
      /\b(help us|thank\w*|unfortunately|sorry|recommend\w*|valuable|simply|easy|easily|great|awesome|oops|just (click|enable|turn)|don’t miss|only takes|improve your)\b/i,
    ),
    "has a German word": finds(
      /[äöüß]|\b(der|und|mit|nicht|wird|werden|eine[rmns]?|dem|den|von|Sie|Daten|ist)\b/i,
    ),
    "has German quotes": finds(/[„‚]/),
    "spells the noun licence like the verb": finds(/(?<!\bto )\blicenses?\b/i),
    "opens a quote and does not close it": (text) =>
      text.split("“").length !== text.split("”").length,
    "breaks a line between what belongs together": finds(/(\b(Art|No|Sec)\.|§) /),
    "negates twice": findsTwice(
      /\b(not|no|never|cannot|none|nothing|nobody|without)\b/gi,
      /\b(and|or|nor|but|because|if)\b/,
    ),
  },
};

/** Everything that the rules have against a text. */
export function faultsOf(language: Language, text: string): readonly string[] {
  return Object.entries(wordRules[language])
    .filter(([, breaks]) => breaks(text))
    .map(([name]) => name);
}

/** The places that a text leaves to be filled, in alphabetical order. */
export function placesOf(text: string): readonly string[] {
  return (text.match(/\{\{[^}]*\}\}/g) ?? []).toSorted();
}

const numberWords: Readonly<Record<Language, readonly string[]>> = {
  de: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  en: "two three four five six seven eight nine ten eleven twelve".split(" "),
};

const timesWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: { zweimal: "2", dreimal: "3", halb: "½", doppelt: "2" },
  en: { twice: "2", thrice: "3", half: "½", double: "2" },
};

/** The numbers that a text names, in figures or in words, in order of their size as text. */
export function numbersOf(language: Language, text: string): readonly string[] {
  const words =
    withoutPlaces(text)
      .toLowerCase()
      .match(/\d+|\p{L}+/gu) ?? [];
  return words
    .flatMap((word) => {
      if (/^\d+$/.test(word)) return [word];
      const place = numberWords[language].indexOf(word);
      if (place >= 0) return [String(place + 2)];
      return timesWords[language][word] ?? [];
    })
    .toSorted();
}

/** The same words, but a name, a code or a foreign word that both languages share. */
export function isUntranslated(german: string, english: string): boolean {
  const words = withoutPlaces(german).trim();
  return german === english && words.length > 20 && words.includes(" ");
}
