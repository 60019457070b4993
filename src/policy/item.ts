import type * as z from "zod/mini";

/**
 * Kept on the schema itself under a registered symbol, so that it is found even when a
 * host bundles this module twice or brings a zod of its own.
 */
const itemKey = Symbol.for("klartext.item");

type Schema = z.core.$ZodType;

/**
 * Says which disclosed item the values of a schema belong to. Every leaf of a payload
 * schema needs one, on itself or on what encloses it (GDPR Art. 13: what is not told is
 * not collected). The schema that was handed in stays as it was.
 */
export function item<S extends Schema & { clone(): S }>(schema: S, id: string): S {
  const copy = schema.clone();
  Object.defineProperty(copy, itemKey, { value: id });
  return copy;
}

/** The item named on this very schema, if any. */
export function itemOf(schema: Schema): string | undefined {
  const id: unknown = Reflect.get(schema, itemKey);
  return typeof id === "string" ? id : undefined;
}
