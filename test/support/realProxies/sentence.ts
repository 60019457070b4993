import { readFileSync } from "node:fs";
import { join } from "node:path";

const files: readonly unknown[] = ["interface", "lazy"].map((name) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../../locales/en/${name}.json`), "utf8"),
  ),
);

export type SentenceValues = Readonly<Record<string, string>>;

/**
 * The English sentence of a key, such as `foreign.gateway`, with its values put in. A value
 * that is not given may be anything.
 */
export function sentence(key: string, values: SentenceValues = {}): RegExp {
  const found = files
    .map((words) =>
      key
        .split(".")
        .reduce<unknown>(
          (branch, name) =>
            typeof branch === "object" && branch !== null && Reflect.get(branch, name),
          words,
        ),
    )
    .find((text) => typeof text === "string");
  if (typeof found !== "string") throw new Error(`There are no words "${key}".`);
  const parts = found.split(/\{\{(\w+)\}\}/);
  const pattern = parts.map((part, index) =>
    index % 2 === 1 && values[part] === undefined ? ".+" : quote(values[part] ?? part),
  );
  return new RegExp(pattern.join(""));
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
