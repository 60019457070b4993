/** What a piece of JSON text is; all of them together are the text (RFC 8259 § 2). */
export interface Token {
  readonly kind: "punctuation" | "key" | "string" | "number" | "literal" | "space";
  readonly start: number;
  readonly end: number;
}

/** One value of a JSON text, in the order in which they begin. */
export interface TextValue {
  /** Its place among the values of what encloses it: the index of that; `-1` for none. */
  readonly parent: number;
  /** Its name, unescaped, or its index; none for the whole. */
  readonly key: string | number | undefined;
  readonly kind: "object" | "array" | "string" | "number" | "literal";
  /** Where its name begins; where it has none, where it begins itself. */
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
  /** Whether the same name stood in the same object before. */
  readonly duplicate: boolean;
}

type ScannedJson =
  | { readonly status: "json"; readonly values: readonly TextValue[] }
  /** The offset of the first character that no JSON text could have there. */
  | { readonly status: "not-json"; readonly offset: number };

export type TokenizedJson =
  | {
      readonly status: "json";
      readonly tokens: readonly Token[];
      readonly values: readonly TextValue[];
    }
  | { readonly status: "not-json"; readonly offset: number };

/**
 * Takes a JSON text apart without changing it: the slices of its tokens join to the text,
 * and each value knows where it stands (RFC 8259; what `JSON.parse` refuses is refused).
 */
export function tokenize(text: string): TokenizedJson {
  const tokens: Token[] = [];
  const scanned = scanJson(text, (kind, start, end) => tokens.push({ kind, start, end }));
  return scanned.status === "json" ? { ...scanned, tokens } : scanned;
}

/** The names and indices that lead from the whole to one of its values. */
export function pathOf(
  values: readonly TextValue[],
  index: number,
): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let value = values[index]; value; value = values[value.parent]) {
    if (value.key !== undefined) path.push(value.key);
  }
  return path.reverse();
}

type TokenSink = (kind: Token["kind"], start: number, end: number) => void;

interface Writable {
  parent: number;
  key: string | number | undefined;
  kind: TextValue["kind"];
  nameStart: number;
  start: number;
  end: number;
  duplicate: boolean;
}

interface Container {
  readonly value: Writable;
  readonly index: number;
  /** The names so far; `undefined` in a list. */
  readonly names: Set<string> | undefined;
  count: number;
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const literal = /true|false|null/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const quote = 0x22;
const backslash = 0x5c;
const space = /[ \t\n\r]+/y;

/**
 * Reads the values of a JSON text with their places. Any depth takes the same stack, for a
 * foreign text may be nested as deeply as it is long.
 */
export function scanJson(text: string, onToken?: TokenSink): ScannedJson {
  const values: Writable[] = [];
  const open: Container[] = [];
  let at = 0;

  const token = (kind: Token["kind"], end: number) => {
    onToken?.(kind, at, end);
    at = end;
  };
  const skipSpace = () => {
    const code = text.charCodeAt(at);
    if (code > 0x20 || Number.isNaN(code)) return;
    const end = matchEnd(space, text, at);
    if (end > at) token("space", end);
  };
  const begin = (
    kind: Writable["kind"],
    name: string | undefined,
    nameStart: number,
    duplicate: boolean,
  ) => {
    const container = open.at(-1);
    const value: Writable = {
      parent: container?.index ?? -1,
      key: container && (name ?? container.count),
      kind,
      nameStart,
      start: at,
      end: at,
      duplicate,
    };
    if (container) container.count += 1;
    values.push(value);
    return value;
  };
  const failed = (offset: number) => ({ status: "not-json", offset }) as const;

  for (;;) {
    // A value is due here, or a name with its value, or the end of an empty container.
    skipSpace();
    const container = open.at(-1);
    let name: string | undefined;
    let duplicate = false;
    let nameStart = at;
    const mayEnd = container?.count === 0;
    const closes = mayEnd && text[at] === (container.names ? "}" : "]");
    if (!closes) {
      if (container?.names) {
        if (text[at] !== '"') return failed(at);
        const end = stringEnd(text, at);
        if (end < 0) return failed(-end);
        nameStart = at;
        name = unescaped(text.slice(at, end));
        duplicate = container.names.has(name);
        container.names.add(name);
        token("key", end);
        skipSpace();
        if (text[at] !== ":") return failed(at);
        token("punctuation", at + 1);
        skipSpace();
      }
      const first = text[at];
      if (first === "{" || first === "[") {
        const value = begin(
          first === "{" ? "object" : "array",
          name,
          nameStart,
          duplicate,
        );
        open.push({
          value,
          index: values.length - 1,
          names: first === "{" ? new Set() : undefined,
          count: 0,
        });
        token("punctuation", at + 1);
        continue;
      }
      const kind =
        first === '"'
          ? "string"
          : first !== undefined && (first === "-" || (first >= "0" && first <= "9"))
            ? "number"
            : "literal";
      const end =
        kind === "string"
          ? stringEnd(text, at)
          : matchEnd(kind === "number" ? number : literal, text, at);
      if (end < 0) return failed(-end);
      if (end === at) return failed(at);
      begin(kind, name, nameStart, duplicate).end = end;
      token(kind, end);
    }

    // A value has ended, or an empty container is about to: what closes, and what goes on.
    for (;;) {
      skipSpace();
      const around = open.at(-1);
      if (!around) {
        return at === text.length ? { status: "json", values } : failed(at);
      }
      if (text[at] === (around.names ? "}" : "]")) {
        token("punctuation", at + 1);
        around.value.end = at;
        open.pop();
        continue;
      }
      if (text[at] !== ",") return failed(at);
      token("punctuation", at + 1);
      break;
    }
  }
}

/** Where a string ends; the negative offset of what it cannot hold where it does not. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) {
      const end = matchEnd(escapeSequence, text, at);
      if (end === at) return -at;
      at = end - 1;
    } else if (!(code >= 0x20)) {
      // A control character (RFC 8259 § 7), or the end of the text, whose code is NaN.
      return -at;
    }
  }
}

function unescaped(name: string): string {
  return name.includes("\\") ? (JSON.parse(name) as string) : name.slice(1, -1);
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}
