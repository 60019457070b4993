import { join } from "node:path";

/**
 * For a process that runs from the sources: Node keeps what it has made of each file, under
 * the digest of the file, and does not parse the same file again in every process.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, "../../node_modules/.cache/node"),
} as const;
