import * as z from "zod/mini";
import { languages } from "../policy/language.ts";

/** A moment in UTC (RFC 3339). */
export const moment = z.iso.datetime();

/** A SHA-256 in `Repr-Digest` notation (RFC 9530). */
export const digestField = z.string().check(z.regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/));

/** The id of a policy revision. */
export const revisionId = z.string().check(z.minLength(1), z.maxLength(100));

export const language = z.enum(languages);

/** Who did something, as the panel names people. */
export const person = z.object({ id: z.string(), name: z.string() });

export type Person = z.infer<typeof person>;
