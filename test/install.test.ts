import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(root, name), "utf8");

interface LockedPackage {
  readonly bin?: Readonly<Record<string, string>>;
  readonly cpu?: unknown;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
}

const locked: readonly [string, LockedPackage][] = Object.entries(
  JSON.parse(read("package-lock.json")).packages,
);

/** What npm says of the repository when nothing is hidden, and no machine's settings count. */
async function npmSays(...words: readonly string[]): Promise<readonly string[]> {
  const settings = [
    "--loglevel=warn",
    `--userconfig=${join(root, "node_modules/.no-user-npmrc")}`,
    `--globalconfig=${join(root, "node_modules/.no-global-npmrc")}`,
  ];
  // npm hands its settings on to what it runs, and so to this test.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const { stderr } = await promisify(execFile)("npm", [...words, ...settings], {
    cwd: root,
    env: Object.fromEntries(own),
  });
  return stderr.split("\n").filter((line) => line !== "");
}

test("npm ci has nothing to say but of the Node that npm itself runs on", async () => {
  const said = await npmSays("ci", "--dry-run", "--offline");

  expect(said.filter((line) => !line.startsWith("npm warn EBADENGINE "))).toEqual([]);
}, 60_000);

test("every peer of a package is there, in a version that it takes", async () => {
  expect(await npmSays("ls", "--all")).toEqual([]);
}, 60_000);

test("no package is deprecated", () => {
  expect(locked.filter(([, { deprecated }]) => deprecated)).toEqual([]);
});

test("of every package that could run a script of its own it is said whether it may", () => {
  const { allowScripts } = JSON.parse(read("package.json"));
  const scripted = locked
    .filter(
      ([folder, { hasInstallScript }]) =>
        folder !== "" &&
        (hasInstallScript || existsSync(join(root, folder, "binding.gyp"))),
    )
    .map(([folder]) => folder.replace(/^.*node_modules\//, ""));

  expect(scripted).toContain("esbuild");
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(scripted)].toSorted());
});

test("the Node that is installed is linked once more, after npm 10 took its link away with those for other machines", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const nodes = locked
    .filter(([, { bin, cpu }]) => bin?.node && cpu)
    .map(([folder]) => folder.replace("node_modules/", ""));

  expect(nodes.length).toBeGreaterThan(1);
  expect(scripts.dependencies).toBe(`npm rebuild ${nodes.join(" ")}`);
});

test("npm is told to keep to what fails", () => {
  const settings = read(".npmrc")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  expect(settings).toEqual([
    "audit=false",
    "fund=false",
    "loglevel=error",
    "update-notifier=false",
  ]);
});
