import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file that somebody wrote and reads. */
export interface MeasuredFile {
  readonly path: string;
  /** All of them. */
  readonly lines: number;
  /** Without blank lines and comments: no file is longer for what it explains. */
  readonly codeLines: number;
  /** A test, a story, or a page that is played; or else what they and the product run on. */
  readonly isTest: boolean;
}

const folders = "{src,panel,scripts,test,.storybook}";

/** Hosts are programs of their own, installed by themselves; the rest is built. */
const others = /(^|\/)(node_modules|dist)\/|^test\/(hosts\/[^/]+|react-18)\//;

const tests =
  /\.(test|stories|test-d|deep|e2e|proxies|engines|hosts|quick|mistakes)\.tsx?$/;

/** Measures every file of code and of style; data (JSON, texts, pictures) is none. */
export function measureFiles(root: string): readonly MeasuredFile[] {
  return globSync(["*.ts", `${folders}/**/*.{ts,tsx,js,css,mdx}`], { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !others.test(path))
    .sort()
    .map((path) => measure(path, readFileSync(join(root, path), "utf8")));
}

/** Measures one text as if it lay at a path. */
export function measure(path: string, text: string): MeasuredFile {
  const lines = text.replace(/\n$/, "").split("\n");
  const codeLines = lines.filter((line) => !/^\s*($|\/\/|\/\*|\*)/.test(line));
  return {
    path,
    lines: lines.length,
    codeLines: codeLines.length,
    isTest: tests.test(path),
  };
}

/** The smallest of the numbers that at least this share of them do not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
