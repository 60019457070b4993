/**
 * What a documentation site wants to know of a page, by its name; single values alone.
 */
export type FrontMatter = Readonly<Record<string, string | number | boolean>>;

/**
 * Front matter in YAML 1.2. A value is JSON, which is YAML too but for a few characters that
 * YAML does not print (§ 5.1).
 */
export function writeFrontMatter(entries: FrontMatter): string {
  const lines = Object.entries(entries).map(
    ([key, value]) => `${plainKey.test(key) ? key : quoted(key)}: ${quoted(value)}`,
  );
  return `---\n${lines.join("\n")}\n---\n\n`;
}

/** A word that no version of YAML reads as anything but a string. */
const plainKey = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z_]*$/;

function quoted(value: string | number | boolean): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
