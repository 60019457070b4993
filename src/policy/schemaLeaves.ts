import { itemOf } from "./item.ts";
import { type Schema, schemaNode } from "./schemaNode.ts";

/** One place of a payload schema; `*` stands for any element of a list. */
interface SchemaLeaf {
  readonly path: readonly string[];
  readonly item: string | undefined;
  readonly problem?: "open-object" | "unsupported-schema";
}

/** Every leaf of a payload schema in the order it was written, each with its item. */
export function schemaLeaves(
  schema: Schema,
  path: readonly string[] = [],
  inherited?: string,
): readonly SchemaLeaf[] {
  const item = itemOf(schema) ?? inherited;
  const node = schemaNode(schema);
  switch (node.kind) {
    case "wrapper":
      return schemaLeaves(node.inner, path, item);
    case "array":
      return schemaLeaves(node.element, [...path, "*"], item);
    case "object": {
      const leaves = Object.entries(node.shape).flatMap(([key, child]) =>
        schemaLeaves(child, [...path, key], item),
      );
      return node.closed ? leaves : [{ path, item, problem: "open-object" }, ...leaves];
    }
    case "unsupported":
      return [{ path, item, problem: "unsupported-schema" }];
    case "leaf":
      return [{ path, item }];
  }
}
