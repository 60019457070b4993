import { resolve } from "node:path";
import * as z from "zod/mini";
import type { SenderOptions } from "../../src/sending/index.ts";
import { settings } from "./settings.ts";

export interface Config {
  /** TCP port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** The folder of the store; not used where there is a database. */
  readonly dataFolder: string;
  /** The PostgreSQL database that is the store instead of the folder. */
  readonly databaseUrl: string | undefined;
  /** The file tree whose distribution and services are told. */
  readonly systemRoot: string;
  /** The origin that a proxy serves this panel under. */
  readonly origin: string | undefined;
  /** The revision of the policy that is in force, or `bare`. */
  readonly policyRevision: string;
  readonly lock: "do-not-track" | null;
  /** Whether the store was restored from a backup: every consent has to be given anew. */
  readonly isNewEpoch: boolean;
  /** Another vendor than the one that comes with the panel, and the PEM of its authority and of its key. */
  readonly vendor: SenderOptions["vendor"] | undefined;
}

/** Thrown for an environment that this panel cannot run in. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the environment, and what it names. Nothing is written.
 *
 * @throws {ConfigError} naming each variable that cannot be used, why, and what to do.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== ""),
  );
  const { KLARTEXT_VENDOR_URL: urlGiven, KLARTEXT_VENDOR_CA: caGiven } = given;
  const result = z.safeParse(settings, given);
  const problems = (result.error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0]);
    return `${name}=${shown(given[name])} cannot be used: ${message}`;
  });
  if ((urlGiven === undefined) !== (caGiven === undefined)) {
    const [one, other] = ["KLARTEXT_VENDOR_URL", "KLARTEXT_VENDOR_CA"].toSorted(
      (a, b) => Number(b in given) - Number(a in given),
    );
    const remedy = "Give both, or neither for the vendor that comes with the panel.";
    problems.push(`${one} is set and ${other} is not: they belong together. ${remedy}`);
  }
  if (given.KLARTEXT_VENDOR_KEY !== undefined && urlGiven === undefined) {
    problems.push(
      "KLARTEXT_VENDOR_KEY is set and KLARTEXT_VENDOR_URL is not: the vendor that comes with the panel signs with a key of its own. Give KLARTEXT_VENDOR_URL and KLARTEXT_VENDOR_CA too, or no key.",
    );
  }
  if (given.KLARTEXT_DATABASE_URL !== undefined && urlGiven === undefined) {
    problems.push(
      "KLARTEXT_DATABASE_URL is set and KLARTEXT_VENDOR_URL is not: the vendor that comes with the panel keeps its data in the folder, which is then not used. Give KLARTEXT_VENDOR_URL and KLARTEXT_VENDOR_CA too.",
    );
  }
  if (!result.success || problems.length > 0) throw new ConfigError(problems.join(" "));
  const { data } = result;
  const { KLARTEXT_VENDOR_URL: url, KLARTEXT_VENDOR_CA: ca } = data;
  const { KLARTEXT_VENDOR_KEY: publicKey } = data;
  return {
    port: data.PORT,
    dataFolder: resolve(data.KLARTEXT_DATA),
    databaseUrl: data.KLARTEXT_DATABASE_URL,
    systemRoot: resolve(data.KLARTEXT_SYSTEM_ROOT),
    origin: data.KLARTEXT_ORIGIN,
    policyRevision: data.KLARTEXT_POLICY_REVISION,
    lock: data.DO_NOT_TRACK ? "do-not-track" : null,
    isNewEpoch: data.KLARTEXT_NEW_EPOCH,
    vendor:
      url !== undefined && ca !== undefined
        ? { url, ca, keys: publicKey === undefined ? [] : [{ publicKey }] }
        : undefined,
  };
}

/** A value as it may be printed: on one line, and without a name or password in it. */
function shown(value = ""): string {
  const isSecret = /\/\/[^/]*@/.test(value);
  if (!isSecret) return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "\u{FFFD}");
  const bare = value.replace(/\/\/[^/]*@/, "//");
  return URL.canParse(bare) ? new URL(bare).href : bare;
}
