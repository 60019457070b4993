import { parseArgs } from "node:util";
import {
  type AtomOptions,
  type Language,
  languages,
  type PageOptions,
} from "../policy/index.ts";
import { linkUrl } from "../policy/render/linkUrl.ts";
import { UsageError } from "./terminal.ts";

export const policyHelp = `Usage: klartext policy [options]

Writes the privacy policy to standard output, for documentation sites.

Options:
  --lang <language>        de or en. Default: en.
  --format <format>        html, a fragment for any page; markdown, safe in MDX and in
                           Vue pages; text, byte for byte what a person agrees to;
                           jsonld; record, a draft of a record of processing
                           activities (GDPR Art. 30) as CSV, which names what a
                           controller has to add; revisions, what each revision has
                           changed, as Markdown; or atom, the same as a feed.
                           Default: markdown.
  --heading-level <level>  The level of the title, 1 to 5; sections are one below.
                           Default: 1.
  --no-title               Leaves the title out, where the site writes one itself.
  --no-contents            Leaves the list of sections out, where the site writes one.
  --alternate-url <url>    Links the page in the other language.
  --feed-url <url>         Where the feed lies, for --format atom.
  --page-url <url>         Where the page of the revisions lies, for --format atom.
  --front-matter           Begins with title, language and revision as YAML.
  --digest                 Writes only the SHA-256 of the text that a person agrees to.
  --config <file>          A module (.ts, .mjs, .js) that exports "policy", or "options"
                           for the built-in policy; or those options as .json.
                           Default: the built-in policy.
  --help                   Prints this.

Exit status: 0 when the policy was written, 1 when that failed, 2 when the options or the
configuration cannot be used.`;

const formats = [
  "html",
  "markdown",
  "text",
  "jsonld",
  "record",
  "revisions",
  "atom",
] as const;

/** What has no front matter, by its name. */
const plain = {
  jsonld: "JSON-LD",
  record: "CSV",
  text: "The text agreed to",
  atom: "A feed",
} as const;

export interface PolicyArguments {
  readonly language: Language;
  readonly output: (typeof formats)[number] | "digest";
  readonly page: PageOptions;
  readonly feed: AtomOptions;
  readonly config: string | undefined;
}

/**
 * What the command is asked for, or `"help"`.
 *
 * @throws {UsageError} naming what cannot be used.
 */
export function readPolicyArguments(args: readonly string[]): PolicyArguments | "help" {
  const { values, positionals } = parse(args);
  const { help, title = true, contents = true, config, digest = false } = values;
  if (help) return "help";
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new UsageError(`"${stray}" is no option. A file is given with --config.`);
  }
  const format = oneOf("--format", formats, values.format ?? "markdown");
  const url = readUrl("--alternate-url", values["alternate-url"]);
  const feedUrl = readUrl("--feed-url", values["feed-url"]);
  const pageUrl = readUrl("--page-url", values["page-url"]);
  if (format !== "atom" && (feedUrl ?? pageUrl) !== undefined) {
    throw new UsageError("--feed-url and --page-url go with --format atom alone.");
  }
  const level = values["heading-level"];
  const frontMatter = values["front-matter"] ?? false;
  if (frontMatter && format in plain) {
    throw new UsageError(
      `${plain[format as keyof typeof plain]} has no front matter. Leave --front-matter out.`,
    );
  }
  return {
    language: oneOf("--lang", languages, values.lang ?? "en"),
    output: digest ? "digest" : format,
    page: {
      title,
      contents,
      ...(level === undefined
        ? {}
        : { headingLevel: levels[oneOf("--heading-level", levelNames, level)] }),
      ...(url === undefined ? {} : { alternateUrl: url }),
      ...(frontMatter ? { frontMatter: {} } : {}),
    },
    feed: {
      ...(feedUrl === undefined ? {} : { feedUrl }),
      ...(pageUrl === undefined ? {} : { pageUrl }),
    },
    config,
  };
}

function readUrl(option: string, url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    return linkUrl(url);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${option}: ${error.message}`);
  }
}

const levels = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 } as const;
const levelNames = ["1", "2", "3", "4", "5"] as const;

function oneOf<const Choice extends string>(
  option: string,
  choices: readonly Choice[],
  given: string,
): Choice {
  const found = choices.find((choice) => choice === given);
  if (found) return found;
  throw new UsageError(
    `${option} takes one of ${choices.join(", ")}; it cannot be "${given}".`,
  );
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        lang: { type: "string" },
        format: { type: "string" },
        "heading-level": { type: "string" },
        title: { type: "boolean" },
        contents: { type: "boolean" },
        "alternate-url": { type: "string" },
        "feed-url": { type: "string" },
        "page-url": { type: "string" },
        "front-matter": { type: "boolean" },
        digest: { type: "boolean" },
        config: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
