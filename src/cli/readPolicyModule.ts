import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Policy } from "../policy/index.ts";
import { UsageError } from "./terminal.ts";

/**
 * The policy that a module exports under the name `policy`.
 *
 * @throws {UsageError} when the module cannot be loaded or exports none.
 */
export async function readPolicyModule(path: string): Promise<Policy> {
  const policy = Reflect.get(await load(path), "policy");
  if (isPolicy(policy)) return policy;
  throw new UsageError(
    `${path} exports no policy. Write: export const policy = definePolicy({ … });`,
  );
}

async function load(path: string): Promise<object> {
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be loaded: ${reason}`);
  }
}

/** What `definePolicy` returns; it has looked at the rest. */
function isPolicy(value: unknown): value is Policy {
  if (typeof value !== "object" || value === null) return false;
  return (
    Array.isArray(Reflect.get(value, "activities")) &&
    typeof Reflect.get(value, "revision") === "object" &&
    typeof Reflect.get(value, "texts") === "object"
  );
}
