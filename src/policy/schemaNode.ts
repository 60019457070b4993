import type * as z from "zod/mini";

export type Schema = z.core.$ZodType;

/** What a payload schema is made of, read from `_zod.def` alone. */
export type SchemaNode =
  | { kind: "object"; closed: boolean; shape: Readonly<Record<string, Schema>> }
  | { kind: "array"; element: Schema }
  | { kind: "wrapper"; absent: boolean; inner: Schema }
  | { kind: "leaf" }
  | { kind: "unsupported"; type: string };

const leafTypes = new Set(["string", "number", "boolean", "literal", "enum", "null"]);

/** Reads one schema without `instanceof`, so that any copy of zod 4 serves. */
export function schemaNode(schema: Schema): SchemaNode {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case "object":
      return {
        kind: "object",
        closed: def.catchall?._zod.def.type === "never",
        shape: def.shape,
      };
    case "array":
      return { kind: "array", element: def.element };
    case "optional":
      return { kind: "wrapper", absent: true, inner: def.innerType };
    case "nullable":
      return { kind: "wrapper", absent: false, inner: def.innerType };
    default:
      return leafTypes.has(def.type)
        ? { kind: "leaf" }
        : { kind: "unsupported", type: def.type };
  }
}
