import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { exportsIn, meantIn, programOf } from "./support/programOf.ts";

const root = join(import.meta.dirname, "..");

/** The source of every entry that is a module, by the entry's name. */
const sources = Object.entries(manifest.exports).flatMap(([name, entry]) => {
  const types = typeof entry === "string" ? "" : entry.types;
  const [, path] = /^\.\/dist\/types\/(src\/.+)\.d\.ts$/.exec(types) ?? [];
  return path === undefined ? [] : [[name, join(root, `${path}.ts`)] as const];
});

const program = programOf(sources.map(([, source]) => source));
const checker = program.getTypeChecker();

/** What an entry exports: the name, and what is meant by it. */
function exportsOf(file: string): readonly (readonly [string, ts.Symbol])[] {
  return exportsIn(program, file).map((symbol) => [
    symbol.name,
    meantIn(program, symbol),
  ]);
}

/** Whether it is a function with a `throw` of its own that it does not tell of. */
function throwsSilently(symbol: ts.Symbol): boolean {
  const isTold = symbol.getJsDocTags(checker).some(({ name }) => name === "throws");
  return !isTold && (symbol.declarations ?? []).some(throwsItself);
}

function throwsItself(declaration: ts.Node): boolean {
  if (!ts.isFunctionDeclaration(declaration)) return false;
  const doesThrow = (node: ts.Node): boolean =>
    ts.isThrowStatement(node) || (ts.forEachChild(node, doesThrow) ?? false);
  return doesThrow(declaration);
}

function docstringOf(symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

test("every entry of the package that is a module is looked at", () => {
  const modules = Object.entries(manifest.exports).filter(
    ([, entry]) => typeof entry !== "string" && entry.default.endsWith(".js"),
  );

  expect(sources.map(([name]) => name)).toEqual(modules.map(([name]) => name));
});

describe.each(sources)("%s", (_name, source) => {
  const exported = exportsOf(source);

  test("says of everything that it exports what it is", () => {
    const silent = exported
      .filter(([, symbol]) => docstringOf(symbol).trim() === "")
      .map(([name]) => name);

    expect(exported).not.toEqual([]);
    expect(silent).toEqual([]);
  });

  test("says of every function that throws what it throws", () => {
    const untold = exported
      .filter(([, symbol]) => throwsSilently(symbol))
      .map(([name]) => name);

    expect(untold).toEqual([]);
  });
});
