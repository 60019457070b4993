import * as z from "zod/mini";
import { grant } from "../decisionRequest.ts";
import { moment, url, uuid } from "../fields.ts";

/** What a check of the grant says: it names the bytes, or what was seen in their place. */
const eitherSeen = [
  { properties: { payloadDigest: {} }, required: ["payloadDigest"] },
  { properties: { seen: {} }, required: ["seen"] },
];

/** What the contract's own fields are called in JSON Schema. */
const formats: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [moment, "date-time"],
  [uuid, "uuid"],
  [url, "uri"],
]);

/** A schema in JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export function jsonSchema(schema: z.core.$ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const format = formats.get(zodSchema);
      if (format) jsonSchema.format = format;
      // zod's own name, beside the pattern that says it.
      if (jsonSchema.format === "starts_with") delete jsonSchema.format;
      if (zodSchema === grant) jsonSchema.oneOf = eitherSeen;
    },
  });
  return rest;
}
