import * as z from "zod/mini";

/** A schema in JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export function jsonSchema(schema: z.core.$ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}
