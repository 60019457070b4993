import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import {
  diagnosePolicy,
  type LiveConfigOptions,
  liveConfigPolicy,
  type Policy,
} from "../policy/index.ts";
import { configSchema } from "./configSchema.ts";
import { UsageError } from "./terminal.ts";

/**
 * The policy that a configuration file gives: a module exports it as `policy`, or exports the
 * options of the built-in policy as `options`; a JSON file holds those options. Without a file
 * it is the built-in policy.
 *
 * @throws {UsageError} when the file cannot be read, or gives neither.
 */
export async function readConfig(path: string | undefined): Promise<Policy> {
  if (path === undefined) return liveConfigPolicy();
  if (/\.json$/i.test(path)) return builtIn(path, await readJson(path));
  const { policy, options } = await load(path);
  if (policy !== undefined) return requirePolicy(path, policy);
  if (options !== undefined) return builtIn(path, options);
  throw new UsageError(
    `${path} exports no policy. Write: export const policy = definePolicy({ … }); ` +
      "or, for the built-in policy: export const options = { … };",
  );
}

async function load(path: string): Promise<{ policy?: unknown; options?: unknown }> {
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be loaded: ${messageOf(error)}${remedyFor(error)}`,
    );
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new UsageError(`${path} cannot be loaded: ${messageOf(error)}`);
  }
}

function builtIn(path: string, given: unknown): Policy {
  const parsed = configSchema.safeParse(given, { error: z.locales.en().localeError });
  if (!parsed.success) {
    throw new UsageError(
      `${path} has what the built-in policy does not take:\n${z.prettifyError(parsed.error)}\n` +
        "It takes: product, vendor, settings, texts, general, sections.",
    );
  }
  try {
    // Which texts there are is looked at while they are replaced.
    return liveConfigPolicy(parsed.data as LiveConfigOptions);
  } catch (error) {
    throw new UsageError(`${path} makes no policy: ${messageOf(error)}`);
  }
}

function requirePolicy(path: string, policy: unknown): Policy {
  if (!isPolicy(policy)) {
    throw new UsageError(
      `${path} exports something else as policy. Write: export const policy = definePolicy({ … });`,
    );
  }
  const [error] = diagnosePolicy(policy).filter(({ level }) => level === "error");
  if (!error) return policy;
  throw new UsageError(
    `${path} exports a policy that says less than it collects, ${error.code}: ${error.subject}. ` +
      "Make it with definePolicy, which names every such place.",
  );
}

/** The shape that `diagnosePolicy` looks into. */
function isPolicy(value: unknown): value is Policy {
  return policyShape.safeParse(value).success;
}

const policyShape = z.looseObject({
  revision: z.looseObject({ id: z.string(), date: z.string() }),
  product: z.string(),
  vendor: z.looseObject({}),
  settings: z.looseObject({}),
  general: z.array(z.unknown()),
  activities: z.array(z.looseObject({ id: z.string() })),
  texts: z.looseObject({ de: z.looseObject({}), en: z.looseObject({}) }),
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Node says that it does not know the ending, and not what to do. */
function remedyFor(error: unknown): string {
  const code = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return code === "ERR_UNKNOWN_FILE_EXTENSION"
    ? ". Node reads TypeScript from version 22.18 on; use that, or write the file as .mjs or .json."
    : "";
}
