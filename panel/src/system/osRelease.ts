import { readTextBelow } from "./fileTree.ts";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { requireLinux } from "./requireLinux.ts";

const paths = ["/etc/os-release", "/usr/lib/os-release"];
const maxLength = 100;

/** A Linux distribution, as it calls itself. */
export interface Distribution {
  readonly name: string;
  /** `null` where the distribution has no versions (rolling releases). */
  readonly version: string | null;
}

/**
 * Reads which Linux distribution lies below `root`: `NAME` and `VERSION_ID` of
 * `/etc/os-release`, or of `/usr/lib/os-release` where the first is missing. The two are
 * never merged, see os-release(5).
 *
 * What is told is shown to people, so it has to be what they see: a value with control,
 * bidirectional or other invisible characters, or with more than 100 characters, is not
 * passed on. Nor is one that is not UTF-8, as os-release(5) asks for: in which encoding it
 * was written would be a guess. The name is then "Linux", as os-release(5) has it for a
 * missing `NAME`, and the version `null`.
 *
 * @throws NotAvailableHere when neither file is there, or `root` is not a Linux machine's
 */
export async function readOsRelease(root: string): Promise<Distribution> {
  requireLinux(root);
  const values = await readOsReleaseValues(root);
  if (values) {
    return {
      name: presentable(values.get("NAME")) ?? "Linux",
      version: lowerCase(presentable(values.get("VERSION_ID"))),
    };
  }
  throw new NotAvailableHere(
    `The distribution is unknown: neither ${paths.join(" nor ")} is there, and nothing ` +
      "else says it. Install the distribution's os-release file, or point the panel at " +
      "another file tree.",
  );
}

/** Reads all values of the os-release file in force below `root`; `null` without one. */
export async function readOsReleaseValues(
  root: string,
): Promise<ReadonlyMap<string, string> | null> {
  for (const path of paths) {
    const text = await readTextBelow(root, path);
    if (text !== null) return parseOsRelease(text);
  }
  return null;
}

/** `KEY=value` from a line's start, the value in shell words up to the line's end. */
const assignment =
  /(?<=^|\n)[ \t]*([A-Za-z_]\w*)=((?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\\"'\n])*)(?=\n|$)/gs;

/** One piece of a value: a quoted string, an escaped character, or plain text. */
const piece = /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)|([^\\"']+)/gs;

/**
 * Parses the assignments of an os-release file. Quotes and escapes mean what they mean in
 * a shell, nothing is expanded, the last assignment of a key counts, and lines that are
 * no assignment are passed over, see os-release(5).
 */
export function parseOsRelease(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(assignment), ([, key = "", value = ""]) => [
      key,
      unquote(value.replace(/(?<!\\)[ \t\r]+$/, "")),
    ]),
  );
}

function unquote(value: string): string {
  return value.replace(
    piece,
    (_, double?: string, single?: string, escaped?: string, plain?: string) =>
      double?.replace(/\\([$"`\\\n])/g, (_pair, char: string) => unescaped(char)) ??
      single ??
      plain ??
      unescaped(escaped ?? ""),
  );
}

/** In a shell, a backslash before the end of a line joins the two lines. */
function unescaped(char: string): string {
  return char === "\n" ? "" : char;
}

/** A `VERSION_ID` is lower-case, see os-release(5); a placeholder in a template is not. */
function lowerCase(version: string | null): string | null {
  return version === version?.toLowerCase() ? version : null;
}

/**
 * Controls, format and bidirectional characters, lone surrogates, private and unassigned
 * ones (C); separators other than the space; what Unicode says to draw as nothing; the
 * braille cell without dots; and what stands for bytes that were no character.
 */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800\ufffd]|(?! )\p{Z}/u;

function presentable(value = ""): string | null {
  const text = value.trim();
  return text === "" || text.length > maxLength || unseen.test(value) ? null : text;
}
