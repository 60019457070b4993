import * as z from "zod/mini";
import { item } from "../item.ts";
import { name, version } from "./leaves.ts";

/** What a crash report holds, and nothing else (facts C3–C5). */
export const crashReport = z.strictObject({
  version: item(version(), "version"),
  libraries: item(
    z.array(z.strictObject({ name: name(), version: version() })),
    "libraries",
  ),
  stackTrace: item(
    z.strictObject({
      process: z.enum(["server", "client"]),
      signal: z.int().check(z.minimum(1), z.maximum(64)),
      addresses: z.array(
        z.strictObject({
          address: z.string().check(z.regex(/^0x[0-9a-f]{1,16}$/)),
          library: z.optional(name()),
        }),
      ),
    }),
    "stack-trace",
  ),
});

/**
 * A crash report as `crashReport` takes it: version, libraries with theirs, and a stack
 * trace of addresses.
 */
export type CrashReport = z.infer<typeof crashReport>;
