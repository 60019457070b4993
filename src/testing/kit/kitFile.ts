import { escapeUnreadable } from "../../payload/serializePayload.ts";

/** One file of the kit: where it lies below the folder, and what it holds, in UTF-8. */
export interface KitFile {
  readonly path: string;
  readonly content: string;
}

/** A file of JSON with one value a line, in which nothing stands that a reader cannot see. */
export function jsonFile(path: string, value: unknown): KitFile {
  const text = JSON.stringify(value, null, 2);
  const lines = text.split("\n").map((line) => escapeUnreadable(line));
  return { path, content: `${lines.join("\n")}\n` };
}
