import { join } from "node:path";
import ts from "typescript";
import { exportsIn, meantIn, programOf, sourceIn } from "./programOf.ts";

const root = join(import.meta.dirname, "../..");

/** The entries that a page uses. */
const entries = {
  react: join(root, "src/index.ts"),
  static: join(root, "src/components/StaticPolicy/index.ts"),
  elements: join(root, "src/elements/index.ts"),
};

const program = programOf(Object.values(entries));
export const checker = program.getTypeChecker();

/** Whether it is declared in this repository's sources. */
export function isOurs(node: ts.Node): boolean {
  return node.getSourceFile().fileName.startsWith(join(root, "src"));
}

/** What an entry exports, by what is meant by each name. */
export function exportsOf(entry: keyof typeof entries): readonly ts.Symbol[] {
  return exportsIn(program, entries[entry]).map(meantBy);
}

/** Whether a host can name it. */
export function isExported(symbol: ts.Symbol | undefined): boolean {
  return (["react", "static", "elements"] as const).some((entry) =>
    exportsOf(entry).some((exported) => exported === symbol),
  );
}

/** What an import stands for. */
export function meantBy(symbol: ts.Symbol): ts.Symbol {
  return meantIn(program, symbol);
}

/** What the elements add to an interface of the browser. */
export function membersOf(name: string): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === name) {
      found.push(...node.members.flatMap(({ name }) => symbolAt(name)));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceIn(program, entries.elements));
  return found;
}

export function symbolAt(node: ts.Node | undefined): readonly ts.Symbol[] {
  const symbol = node && checker.getSymbolAtLocation(node);
  return symbol ? [symbol] : [];
}
