import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";

const built = join(inject("packageFolder"), "dist");
/** The elements bring a bundle of their own, which no server renders. */
const modules = globSync("**/*.js", { cwd: built, exclude: ["elements/**"] })
  .toSorted()
  .map((path) => ({ path, code: readFileSync(join(built, path), "utf8") }));

const isMarked = ({ code }: { code: string }) => /^"use client";/.test(code);

/** What React Server Components must not do: hooks, contexts, and elements with handlers. */
function needsClient({ code }: { code: string }): boolean {
  const run = withoutComments(code);
  return (
    /\b(use[A-Z]\w*|createContext)\(|\bextends Component\b/.test(run) ||
    (run.includes('"react/jsx-runtime"') && /\bon[A-Z]\w*:/.test(run))
  );
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

describe('the directive "use client"', () => {
  test("stands at the top of every built module that a browser alone can run", () => {
    const unmarked = modules.filter((module) => needsClient(module) && !isMarked(module));

    expect(modules.filter(needsClient).length).toBeGreaterThan(25);
    expect(unmarked.map(({ path }) => path)).toEqual([]);
  });

  test("stands on nothing that a server can run too", () => {
    const needless = modules.filter((module) => isMarked(module) && !needsClient(module));

    expect(needless.map(({ path }) => path)).toEqual([]);
  });

  test("stands nowhere but in components, hooks and the context of react-i18next", () => {
    const folders = modules.filter(isMarked).map(({ path }) => path.split("/")[0]);

    expect([...new Set(folders)]).toEqual(["components", "hooks", "vendor"]);
  });
});
