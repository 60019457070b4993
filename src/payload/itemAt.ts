import { itemOf } from "../policy/item.ts";
import { type Schema, schemaNode } from "../policy/schemaNode.ts";
import type { Path } from "./explainPayload.ts";

/** The disclosed item to which a value at a path belongs; none where no item tells of it. */
export function itemAt(schema: Schema, path: Path): string | undefined {
  let at = schema;
  let item = wrappedItem(at);
  for (const key of path) {
    const node = schemaNode(unwrapped(at));
    const next =
      node.kind === "array"
        ? node.element
        : node.kind === "object" && Object.hasOwn(node.shape, key)
          ? node.shape[key]
          : undefined;
    if (!next) return undefined;
    at = next;
    item = wrappedItem(at) ?? item;
  }
  return item;
}

function unwrapped(schema: Schema): Schema {
  const node = schemaNode(schema);
  return node.kind === "wrapper" ? unwrapped(node.inner) : schema;
}

function wrappedItem(schema: Schema): string | undefined {
  const node = schemaNode(schema);
  return (
    itemOf(schema) ?? (node.kind === "wrapper" ? wrappedItem(node.inner) : undefined)
  );
}
