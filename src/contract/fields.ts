import * as z from "zod/mini";
import { languages } from "../policy/language.ts";

/** A moment in UTC (RFC 3339). */
export const moment = z.iso.datetime();

/** A SHA-256 in `Repr-Digest` notation (RFC 9530). */
export const digestField = z.string().check(z.regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/));

/** The id of a policy revision. */
export const revisionId = z
  .string()
  .check(z.maxLength(100), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

export const language = z.enum(languages);

/** Who did something, as the panel names people. */
export const person = z.object({ id: z.string(), name: z.string() });

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
