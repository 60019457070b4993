import { parseArgs } from "node:util";
import { UsageError } from "./terminal.ts";

export const testPanelHelp = `Usage: klartext test-panel <url> [options]

Checks whether the panel API at <url> (such as https://panel.example/api/privacy)
keeps the contract. Without --write it reads alone.

Options:
  --header "Name: value"            Sent with each request: the session of a person
                                    who may decide. May be given several times.
  --read-only-header "Name: value"  The same for a person who may look and not decide.
  --config <file>                   A module that exports the panel's policy as
                                    "policy". Default: the built-in policy.
  --write                           Also decides: says first what will be recorded and
                                    sent, refuses unless every purpose is undecided or
                                    withdrawn, and ends with everything withdrawn.
  --yes                             Does not ask before deciding.
  --max-time <seconds>              Ends after that time; what was not come to is not
                                    tried. Default: 600.
  --json                            Prints the report as JSON.
  --help                            Prints this.

First it looks for what stands before the panel and changes what it answers. For that it
sends PUT, DELETE and POST for a purpose that there is not, which changes nothing.

Exit status: 0 when no promise is broken, 1 when one is, or something between here and the
panel changes answers, 2 when it was not told what to do, 5 when no panel answers,
6 when nobody is signed in.`;

export interface TestPanelArguments {
  readonly help: boolean;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly readOnlyHeaders: Readonly<Record<string, string>> | undefined;
  readonly config: string | undefined;
  readonly write: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** In milliseconds. */
  readonly maxTime: number;
}

/** @throws {UsageError} naming what cannot be used. */
export function readTestPanelArguments(args: readonly string[]): TestPanelArguments {
  const { values, positionals } = parse(args);
  const { help = false, write = false, yes = false, json = false, config } = values;
  const [url = ""] = positionals;
  if (!help && positionals.length !== 1) {
    throw new UsageError("Give the URL of one panel API.");
  }
  if (!help && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) {
    throw new UsageError(`"${url}" is no http or https URL.`);
  }
  const readOnly = values["read-only-header"];
  return {
    help,
    url,
    headers: readHeaders(values.header ?? []),
    readOnlyHeaders: readOnly && readHeaders(readOnly),
    config,
    write,
    yes,
    json,
    maxTime: readSeconds(values["max-time"] ?? "600"),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        header: { type: "string", multiple: true },
        "read-only-header": { type: "string", multiple: true },
        config: { type: "string" },
        write: { type: "boolean" },
        yes: { type: "boolean" },
        "max-time": { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0) return seconds * 1000;
  throw new UsageError(`--max-time takes seconds, such as 600; it cannot be "${text}".`);
}

function readHeaders(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    try {
      if (colon < 1) throw new TypeError("there is no colon");
      headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
    } catch {
      // Not the line itself: it may hold a session.
      throw new UsageError(
        `Write a header as "Name: value"; the one that begins with "${line.slice(0, Math.max(colon, 0))}" is none.`,
      );
    }
  }
  return Object.fromEntries(headers);
}
