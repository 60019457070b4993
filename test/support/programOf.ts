import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/** What the compiler knows of some files, by the repository's own options. */
export function programOf(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return ts.createProgram(files, options);
}

export function sourceIn(program: ts.Program, file: string): ts.SourceFile {
  const source = program.getSourceFile(file);
  if (source) return source;
  throw new Error(`${file} is no part of the program.`);
}

/** What a file exports, under each name. */
export function exportsIn(program: ts.Program, file: string): readonly ts.Symbol[] {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(sourceIn(program, file));
  return module ? checker.getExportsOfModule(module) : [];
}

/** What an import or an export under another name stands for. */
export function meantIn(program: ts.Program, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias
    ? program.getTypeChecker().getAliasedSymbol(symbol)
    : symbol;
}
