import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What the code that ships can name: texts as they stand, and texts with something put in. */
interface Named {
  readonly whole: ReadonlySet<string>;
  readonly filled: readonly RegExp[];
}

/** Tells whether the library's code names a word's key: as a text, or with a known part put in. */
export function wordsNamed(root: string): (key: string) => boolean {
  const { whole, filled } = textsIn(
    globSync("src/**/*.{ts,tsx}", {
      cwd: root,
      exclude: ["**/*.test.*", "**/*.stories.tsx"],
    }).map((file) => join(root, file)),
  );
  const isKnown = (part: string) =>
    whole.has(part) || part.split(".").every((name) => whole.has(name));
  return (key) =>
    whole.has(key) ||
    filled.some((pattern) => pattern.exec(key)?.slice(1).every(isKnown) ?? false);
}

function textsIn(files: readonly string[]): Named {
  const whole = new Set<string>();
  const filled: RegExp[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) whole.add(node.text);
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
    look(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  }
  return { whole, filled };
}
