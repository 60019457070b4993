import type { Plugin } from "vite";

/** What a centre, which writes by its own client and reads no list endlessly, never calls. */
const unused: Readonly<Record<string, string>> = {
  "mutationCache.js": `export class MutationCache {
    findAll() { return []; }
    resumePausedMutations() { return Promise.resolve(); }
    clear() {}
  }`,
  "infiniteQueryBehavior.js": `export function infiniteQueryBehavior() {
    throw new Error("No query of a centre is infinite.");
  }
  export const hasNextPage = () => false;
  export const hasPreviousPage = () => false;`,
};

/** Leaves out of TanStack Query what it holds on to though nobody uses it: 1.7 KB. */
export function unusedQueries(): Plugin {
  return {
    name: "klartext-unused-queries",
    load: (id) => {
      const [, file = ""] = /query-core\/build\/\w+\/([\w.]+)$/.exec(id) ?? [];
      return unused[file] ?? null;
    },
  };
}
