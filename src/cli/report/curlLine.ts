import type { SentRequest } from "../../testing/suite/index.ts";
import type { HeaderList } from "../readTestPanelArguments.ts";

/** The headers that the command was given, of which a line tells none. */
export interface GivenHeaders {
  readonly headers: HeaderList;
  readonly readOnlyHeaders: HeaderList | undefined;
}

/** The variables that stand for what was given, with what each has to hold. */
export function headerVariables({ headers, readOnlyHeaders = {} }: GivenHeaders) {
  const of = (prefix: string, list: HeaderList) =>
    Object.keys(list).map((name, index) => ({
      name,
      variable: `${prefix}_${index + 1}`,
    }));
  return {
    deciding: of("HEADER", headers),
    "read-only": of("READ_ONLY_HEADER", readOnlyHeaders),
    none: [],
  } as const;
}

/**
 * The request as a line for a POSIX shell. A header that was given to the command stands in a
 * variable.
 */
export function curlLine(
  { method, url, session, headers, body }: SentRequest,
  given: GivenHeaders,
): string {
  const variables = headerVariables(given)[session];
  const secret = variables.map(({ name }) => name.toLowerCase());
  const own = Object.entries(headers).filter(
    ([name]) => !secret.includes(name.toLowerCase()),
  );
  const words = [
    "curl --silent --show-error --globoff",
    ...(method === "HEAD" ? ["--head"] : ["--include"]),
    ...(method === "GET" || method === "HEAD" ? [] : [`--request ${shellWord(method)}`]),
    ...own.map(([name, value]) => `--header ${shellWord(`${name}: ${value}`)}`),
    ...variables.map(({ variable }) => `--header "$${variable}"`),
    ...(body === null ? [] : [`--data-raw ${shellWord(body)}`]),
    shellWord(url),
  ];
  return words.join(" ");
}

/**
 * One word of a POSIX shell, whatever stands in the text. What a terminal would obey is
 * written as an escape; NUL, which no argument can hold, is left out.
 */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  const parts = text.replaceAll("\0", "").split(unreadable).filter(Boolean);
  return (
    parts
      .map((part) => (unreadable.test(part) ? escaped(part) : quoted(part)))
      .join("") || "''"
  );
}

const unreadable = /((?:(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+)/u;

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function escaped(text: string): string {
  const octal = [...new TextEncoder().encode(text)]
    .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
    .join("");
  return `"$(printf '${octal}')"`;
}
