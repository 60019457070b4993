import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod/mini";
import { bareName, revisionIds } from "./referencePolicy.ts";

const environment = z.object({
  PORT: z._default(
    z.pipe(
      z.string().check(z.regex(/^\d{1,5}$/)),
      z.pipe(z.transform(Number), z.int().check(z.maximum(65535))),
    ),
    4173,
  ),
  KLARTEXT_DATA: z._default(z.string().check(z.minLength(1)), ".data"),
  KLARTEXT_POLICY_REVISION: z._default(
    z.enum([...revisionIds, bareName]),
    revisionIds[0],
  ),
  KLARTEXT_SYSTEM_ROOT: z._default(z.string(), "/"),
  KLARTEXT_VENDOR_URL: z.optional(z.url({ protocol: /^https$/ })),
  KLARTEXT_VENDOR_CA: z.optional(z.string().check(z.minLength(1))),
  KLARTEXT_ORIGIN: z.optional(z.url({ protocol: /^https?$/ })),
  KLARTEXT_NEW_EPOCH: z.optional(z.literal("1")),
  DO_NOT_TRACK: z.optional(z.string()),
});

export interface Config {
  /** TCP port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** The folder of the store. */
  readonly dataFolder: string;
  /** The file tree whose distribution and services are told. */
  readonly systemRoot: string;
  /** The origin that a proxy serves this panel under. */
  readonly origin: string | undefined;
  /** The revision of the policy that is in force, or `bare`. */
  readonly policyRevision: string;
  readonly lock: "do-not-track" | null;
  /** Whether the folder was restored from a backup: every consent has to be given anew. */
  readonly isNewEpoch: boolean;
  /** Another vendor than the one that comes with the panel, and the PEM of its authority. */
  readonly vendor: { readonly url: string; readonly ca: string } | undefined;
}

/** Thrown for an environment that this panel cannot run in. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const remedies: Readonly<Record<string, string>> = {
  KLARTEXT_VENDOR_URL: "an https address, together with KLARTEXT_VENDOR_CA",
  KLARTEXT_VENDOR_CA: "the path of a PEM file, together with KLARTEXT_VENDOR_URL",
  KLARTEXT_DATA: "the path of a folder, such as .data",
  KLARTEXT_POLICY_REVISION: `one of ${[...revisionIds, bareName].join(", ")}`,
  PORT: "a whole number from 0 to 65535, such as 4173",
  KLARTEXT_ORIGIN: "an http or https origin, such as https://panel.example",
};

/**
 * Reads the environment.
 *
 * @throws {ConfigError} naming each variable that cannot be used and what it should be.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = z.safeParse(environment, env);
  if (!result.success) {
    const lines = result.error.issues.map(({ path }) => {
      const name = String(path[0]);
      return `  ${name}=${env[name]}: give ${remedies[name] ?? "another value"}.`;
    });
    throw new ConfigError(`The environment cannot be used.\n${lines.join("\n")}`);
  }
  const { data } = result;
  const { KLARTEXT_VENDOR_URL: url, KLARTEXT_VENDOR_CA: caFile } = data;
  if ((url === undefined) !== (caFile === undefined)) {
    throw new ConfigError(
      "KLARTEXT_VENDOR_URL and KLARTEXT_VENDOR_CA belong together: give both, or neither " +
        "for the vendor that comes with the panel.",
    );
  }
  return {
    port: data.PORT,
    dataFolder: resolve(data.KLARTEXT_DATA),
    systemRoot: resolve(data.KLARTEXT_SYSTEM_ROOT),
    origin: data.KLARTEXT_ORIGIN && new URL(data.KLARTEXT_ORIGIN).origin,
    policyRevision: data.KLARTEXT_POLICY_REVISION,
    lock: data.DO_NOT_TRACK === "1" ? "do-not-track" : null,
    isNewEpoch: data.KLARTEXT_NEW_EPOCH === "1",
    vendor:
      url !== undefined && caFile !== undefined
        ? { url, ca: readFileSync(caFile, "utf8") }
        : undefined,
  };
}
