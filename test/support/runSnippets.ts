import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Fence } from "./markdown.ts";

const root = join(import.meta.dirname, "../..");

/** Where the package's names lie in this repository. */
const entries: Readonly<Record<string, string>> = {
  klartext: "src/index.ts",
  "klartext/contract": "src/contract/index.ts",
  "klartext/panel": "src/panel/index.ts",
  "klartext/panel/node": "src/sending/index.ts",
  "klartext/panel/postgres": "src/stores/postgres/index.ts",
  "klartext/panel/sqlite": "src/stores/sqlite/index.ts",
  "klartext/policy": "src/policy/index.ts",
  "klartext/policy/react": "src/components/StaticPolicy/index.ts",
  "klartext/testing": "src/testing/index.ts",
};

interface Result {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Result> {
  const { cwd = root, env = process.env, input = "" } = options;
  return new Promise((resolve) => {
    const child = execFile(
      command,
      [...args],
      { cwd, env, timeout: 60_000, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({
          ok: error === null,
          stdout,
          stderr: error && stderr === "" ? error.message : stderr,
        }),
    );
    // A program that ends before it has read all closes the pipe; its result tells why.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/**
 * Runs `sh` blocks one after the other in one shell, in an empty folder that is its home,
 * and returns what each printed. Nothing of this process's environment but `PATH` is there.
 *
 * @throws {Error} when a program is missing, or a block fails.
 */
export async function runShell(
  blocks: readonly string[],
  programs: readonly string[],
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-docs-"));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    TMPDIR: folder,
    LC_ALL: "C",
  };
  try {
    const lookFor = programs.map(
      (name) => `command -v ${name} >/dev/null || echo ${name}`,
    );
    const found = await run("bash", ["-c", lookFor.join("\n")], { cwd: folder, env });
    const missing = found.ok ? found.stdout.trim().split("\n").filter(Boolean) : ["bash"];
    if (missing.length > 0) {
      throw new Error(
        `The snippets need what is not on this machine: ${missing.join(", ")}. ` +
          "Install it; on Debian: apt-get install bash curl openssl.",
      );
    }
    const script = blocks.map((text) => `${text}\nprintf '\\n%s\\n' '${endOfBlock}'\n`);
    const { ok, stdout, stderr } = await run("bash", ["-eu", "-s"], {
      cwd: folder,
      env,
      input: script.join(""),
    });
    const printed = stdout.split(`\n${endOfBlock}\n`);
    const last = printed.pop();
    if (ok && stderr === "") return printed.map((text) => text.trim());
    const failed = blocks[printed.length] ?? blocks.at(-1);
    throw new Error(`This snippet fails:\n\n${failed}\n${last}\n${stderr}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const endOfBlock = "=== end of block ===";

/** What `tsc` has against TypeScript blocks that import the package; empty when nothing. */
export async function typeCheck(blocks: readonly Fence[]): Promise<string> {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "klartext-docs-"));
  try {
    const files = blocks.map(
      ({ language, file }, index) => file ?? `snippet${index + 1}.${language}`,
    );
    for (const [index, { text }] of blocks.entries()) {
      const path = join(folder, files[index] ?? "");
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    await writeFile(
      join(folder, "styles.d.ts"),
      'declare module "klartext/styles.css";\n',
    );
    const paths = Object.entries(entries).map(([name, path]) => [
      name,
      [`../../../${path}`],
    ]);
    const config = {
      extends: "../../../tsconfig.json",
      compilerOptions: { paths: Object.fromEntries(paths) },
      include: [],
      files: [...files, "styles.d.ts"],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const bin = join(root, "node_modules/.bin/tsc");
    const { ok, stdout, stderr } = await run(bin, ["-p", folder]);
    return ok ? "" : `${stdout}${stderr}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a TypeScript block in Node and returns what it printed.
 *
 * @throws {Error} with what Node says when it fails.
 */
export async function runInNode(text: string): Promise<string> {
  const urls = Object.entries(entries).map(([name, path]) => [
    name,
    pathToFileURL(join(root, path)).href,
  ]);
  const hooks = `
    import { registerHooks } from "node:module";
    const entries = ${JSON.stringify(Object.fromEntries(urls))};
    registerHooks({
      resolve: (name, context, next) => next(entries[name] ?? name, context),
    });
  `;
  const { ok, stdout, stderr } = await run(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(hooks)}`,
      "--input-type=module-typescript",
      "-",
    ],
    { input: text },
  );
  if (!ok) throw new Error(stderr);
  return stdout;
}

/** Formats JSON as the linter wants it to lie in the repository. */
export async function formatJson(value: unknown, path: string): Promise<string> {
  const bin = join(root, "node_modules/.bin/biome");
  const { ok, stdout, stderr } = await run(bin, ["format", `--stdin-file-path=${path}`], {
    input: JSON.stringify(value),
  });
  if (!ok) throw new Error(stderr);
  return stdout;
}
