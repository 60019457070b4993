import type * as z from "zod/mini";

/**
 * Where a value is not what a schema says, a line for each place: `path: code`. It is for a
 * developer, and has of the value its names alone.
 */
export function describeIssues({ issues }: z.core.$ZodError): string {
  return issues
    .map(({ path, code }) => `${path.map(String).join(".") || "the whole"}: ${code}`)
    .join("\n");
}
