import { parseArgs } from "node:util";
import { type Receiving, readReceiverOptions } from "./readReceiverOptions.ts";
import { readSeconds } from "./readSeconds.ts";
import { UsageError } from "./terminal.ts";

export type HeaderList = Readonly<Record<string, string>>;

export interface TestPanelArguments {
  readonly help: boolean;
  readonly url: string;
  readonly headers: HeaderList;
  readonly readOnlyHeaders: HeaderList | undefined;
  readonly config: string | undefined;
  readonly write: boolean;
  readonly yes: boolean;
  /** What a panel that sends is told, and how it is made to send; undefined without it. */
  readonly receiving: Receiving | undefined;
  /** With what the ids of rules begin that are checked; all where there is none. */
  readonly only: readonly string[];
  readonly json: boolean;
  /** The file for the report as JUnit XML. */
  readonly junit: string | undefined;
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
    receiving: help ? undefined : readReceiverOptions(values, write),
    only: (values.only ?? []).flatMap((ids) => ids.split(/[\s,]+/)).filter(Boolean),
    json,
    junit: values.junit,
    maxTime: readSeconds("max-time", values["max-time"] ?? "600"),
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
        receive: { type: "boolean" },
        "receive-host": { type: "string" },
        "receive-port": { type: "string" },
        "receive-folder": { type: "string" },
        "receive-wait": { type: "string" },
        "receive-limit": { type: "string" },
        tick: { type: "string" },
        crash: { type: "string" },
        only: { type: "string", multiple: true },
        "max-time": { type: "string" },
        json: { type: "boolean" },
        junit: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readHeaders(lines: readonly string[]): HeaderList {
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
