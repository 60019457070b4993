import * as z from "zod/mini";
import { item } from "../item.ts";
import { nilUuid } from "../nilUuid.ts";
import { line, name, version } from "./leaves.ts";

/** RFC 9562 § 5.4: version 4, random. */
const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What the monthly statistics hold, and nothing else (facts S2, S4–S6). */
export const serverStatistics = z.strictObject({
  id: item(
    z.string().check(z.regex(new RegExp(`${uuid4.source}|^${nilUuid}$`))),
    "pseudonym",
  ),
  distribution: item(
    z.strictObject({ name: line(), version: z.nullable(line()) }),
    "distribution",
  ),
  version: item(version(), "version"),
  services: item(
    z.array(z.strictObject({ name: name(), version: version() })),
    "services",
  ),
});

/**
 * Monthly statistics as `serverStatistics` takes them: a UUID, distribution, version,
 * services with theirs.
 */
export type ServerStatistics = z.infer<typeof serverStatistics>;
