import * as z from "zod/mini";
import { languages } from "../policy/language.ts";

/**
 * A moment in UTC (RFC 3339), on a day that there is. The pattern is that of
 * `z.iso.datetime()`, which would bring every notation of a date into a page.
 */
export const moment = z
  .string()
  .check(
    z.regex(
      /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$/,
    ),
  );

/** A UUID (RFC 9562), by the pattern of `z.uuid()`. */
export const uuid = z
  .string()
  .check(
    z.regex(
      /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/,
    ),
  );

/** An address with a scheme, of any kind: whoever links to it looks at the scheme. */
export const url = z.string().check(({ value, issues }) => {
  if (!URL.canParse(value)) {
    issues.push({ code: "invalid_format", format: "url", input: value });
  }
});

/** Values of one kind by names that are not known before: a record, without its machinery. */
export function byName<Value extends z.core.SomeType>(value: Value) {
  return z.catchall(z.object({}), value);
}

/** A SHA-256 in `Repr-Digest` notation (RFC 9530). */
export const digestField = z.string().check(z.regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/));

/** The id of a policy revision. */
export const revisionId = z
  .string()
  .check(z.maxLength(100), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

export const language = z.enum(languages);

/** Who did something, as the panel names people. */
export const person = z.object({ id: z.string(), name: z.string() });

/** Somebody as the panel names people: an id that stays, and a name to show. */
export type Person = z.infer<typeof person>;

/** By which way a decision came. What a client does not say is not known. */
export const decisionWays = ["page", "command", "file"] as const;

export type DecisionWay = (typeof decisionWays)[number];

/** The request header that says by which way a decision comes. */
export const viaHeader = "Klartext-Via";

/**
 * What was seen before consent was given: the very bytes, or the kinds of values that the
 * text names, where nobody saw this server's.
 */
export const seenKinds = ["bytes", "kinds"] as const;

/**
 * What a signature of the vendor's answer (RFC 9421) was found to be; `unchecked` where no
 * key is named, or the panel cannot check.
 */
export const signatureStates = [
  "valid",
  "absent",
  "wrong",
  "unexpected",
  "unchecked",
] as const;

export type SignatureState = (typeof signatureStates)[number];

/** What is kept of an answer that the vendor has signed; see `SignedAnswer`. */
export const signedAnswer = z.object({
  body: z.string(),
  base: z.string(),
  signature: z.string(),
});

/**
 * What a panel's store does with deleted bytes: they are overwritten in its files; or removed
 * from its tables, and stay in the database's log, standbys and backups until those expire.
 */
export const erasures = ["overwritten", "removed"] as const;

export type Erasure = (typeof erasures)[number];

/** One of `erasures`; missing where nothing is known of it. */
export const erasureField = z.optional(z.string());

/** Where an event stands in the chain of digests; null in a panel that keeps none. */
export const chainPlace = {
  number: z.nullable(z.int().check(z.positive())),
  head: z.nullable(digestField),
};
