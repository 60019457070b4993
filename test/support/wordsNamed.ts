import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What the code that ships can name: texts as they stand, and texts with something put in. */
interface Named {
  /** What is read of an object by its name. */
  readonly read: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
  readonly filled: readonly RegExp[];
}

/** Tells whether the library's code names a word's key: as a text, or with a known part put in. */
export function wordsNamed(root: string): (key: string) => boolean {
  const { whole, filled } = textsIn(codeOf(root));
  const isKnown = (part: string) =>
    whole.has(part) || part.split(".").every((name) => whole.has(name));
  return (key) =>
    whole.has(key) ||
    filled.some((pattern) => pattern.exec(key)?.slice(1).every(isKnown) ?? false);
}

/** Tells whether the library's code reads every part of a word's key, as of an object. */
export function wordsRead(root: string): (key: string) => boolean {
  const { read, whole } = textsIn(codeOf(root));
  return (key) => key.split(".").every((name) => read.has(name) || whole.has(name));
}

function codeOf(root: string): readonly string[] {
  const exclude = ["**/*.test.*", "**/*.stories.tsx"];
  return globSync("src/**/*.{ts,tsx}", { cwd: root, exclude }).map((file) =>
    join(root, file),
  );
}

function textsIn(files: readonly string[]): Named {
  const whole = new Set<string>();
  const filled: RegExp[] = [];
  const read = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) whole.add(node.text);
    if (ts.isPropertyAccessExpression(node)) read.add(node.name.text);
    if (ts.isBindingElement(node)) read.add((node.propertyName ?? node.name).getText());
    if (ts.isPropertyAssignment(node) || ts.isPropertySignature(node)) {
      if (ts.isIdentifier(node.name)) whole.add(node.name.text);
    }
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      const texts = parts.map(({ text }) => text);
      // A path comes first: what begins with what is put in would be any word's.
      if (/^[\w-]+\./.test(node.head.text)) {
        filled.push(
          new RegExp(
            `^${texts.map((text) => text.replace(/[^\w-]/g, "\\$&")).join("(.+)")}$`,
          ),
        );
      }
    }
    ts.forEachChild(node, look);
  };
  for (const file of files) {
    look(
      ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true),
    );
  }
  return { whole, filled, read };
}
