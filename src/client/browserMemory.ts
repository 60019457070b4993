import * as z from "zod/mini";

/** Something small that a browser keeps. */
export interface BrowserMemory<T> {
  readonly read: () => T | undefined;
  /** Whether it is kept. */
  readonly write: (value: T) => boolean;
  readonly clear: () => void;
}

/**
 * Keeps a value as JSON under a key. A storage that is full or forbidden loses what it was
 * to keep and nothing else; what it holds is checked before use. `docs/security.md` lists
 * every key.
 */
export function browserMemory<T extends z.core.$ZodType>(
  kind: "localStorage" | "sessionStorage",
  key: string,
  schema: T,
  storage: Storage | undefined = storageOf(kind),
): BrowserMemory<z.infer<T>> {
  const attempt = <Result>(run: () => Result): Result | undefined => {
    try {
      return run();
    } catch {
      return undefined;
    }
  };
  return {
    read: () => attempt(() => z.parse(schema, JSON.parse(storage?.getItem(key) ?? ""))),
    write: (value) =>
      attempt(() => {
        storage?.setItem(key, JSON.stringify(value));
        return storage !== undefined;
      }) ?? false,
    clear: () => attempt(() => storage?.removeItem(key)),
  };
}

function storageOf(kind: "localStorage" | "sessionStorage"): Storage | undefined {
  try {
    return globalThis[kind];
  } catch {
    return undefined;
  }
}
