import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, test } from "vitest";

const run = promisify(execFile);
const bin = join(import.meta.dirname, "../../node_modules/.bin");
const tarball = inject("tarball");
const folder = inject("packageFolder");

const files = globSync("**/*", { cwd: folder, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
  .toSorted();

/** What esbuild makes of a program that imports the package, with nothing left to load. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, sourcefile: "program.js" },
    bundle: true,
    minify: true,
    format: "esm",
    outdir: folder,
    write: false,
    logLevel: "error",
    legalComments: "none",
    external: ["react", "react-dom"],
  });
  return outputFiles.map(({ text }) => text).join("");
}

describe("the packed package", () => {
  test("has nothing that publint would have otherwise", async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(await readFile(tarball)).buffer },
      strict: true,
    });

    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("has types for every entry that fit what runs", async () => {
    const attw = run(join(bin, "attw"), ["--profile", "esm-only", tarball]);

    await expect(attw).resolves.toMatchObject({ stderr: "" });
  });

  test("holds what is built, the sheet and its words to a reader, and nothing else", () => {
    const isExpected =
      /^(dist\/(.*\.(js|d\.ts)|static\/policy[\w.]*)|docs\/.*\.(md|png|json|ts))$/;
    const others = files.filter((file) => !isExpected.test(file));

    expect(others).toEqual([
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "dist/elements/LICENSES.txt",
      "dist/elements/klartext.css",
      "package.json",
      "src/styles/klartext.css",
      "src/styles/klartext.css.d.ts",
    ]);
    expect(files.filter((file) => /\.(test|stories)\./.test(file))).toEqual([]);
  });

  test("compiles in a host that checks the types of its libraries too", async () => {
    const host = join(folder, "../../host");
    await mkdir(host, { recursive: true });
    await writeFile(
      join(host, "host.tsx"),
      [
        'import { liveConfigPolicy, PrivacyCenter } from "klartext";',
        'import { createContract } from "klartext/contract";',
        'import { policyText } from "klartext/policy";',
        'import { createFakePanel } from "klartext/testing";',
        'import "klartext/elements";',
        'import "klartext/styles.css";',
        "const policy = liveConfigPolicy();",
        'export const parts = [createContract, createFakePanel, policyText(policy, "de")];',
        "export const page = <PrivacyCenter policy={policy} />;",
        'document.createElement("klartext-privacy").policy = policy;',
        'document.addEventListener("klartext-decision", ({ detail }) => detail.purpose);',
      ].join("\n"),
    );
    const options = [
      ...["--strict", "--noEmit", "--noUncheckedSideEffectImports", "--jsx", "react-jsx"],
      ...["--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom"],
      ...["--types", "react", "--skipLibCheck", "false", "--ignoreConfig"],
    ];

    await expect(
      run(join(bin, "tsc"), [...options, "host.tsx"], { cwd: host }),
    ).resolves.toEqual({ stdout: "", stderr: "" });
  });

  test("leaves nothing in a bundle that only names it, but its sheet", async () => {
    expect(await bundle('import "klartext";')).toBe("");
    expect(await bundle('import "klartext/styles.css";')).toContain("@layer klartext");
    expect(await bundle('import "klartext/elements";')).toContain("klartext-policy");
  });

  test.each(["klartext/policy", "klartext/contract"])(
    "runs %s where React Server Components run, without React",
    async (entry) => {
      const program = `await import(${JSON.stringify(entry)});
        console.log(Object.keys(await import("node:module")).length > 0);`;
      const { stdout } = await run(
        process.execPath,
        ["--conditions=react-server", "--input-type=module", "--eval", program],
        { cwd: folder },
      );
      const meta = await build({
        stdin: { contents: `import "${entry}";`, resolveDir: folder },
        bundle: true,
        write: false,
        metafile: true,
        format: "esm",
        logLevel: "error",
        ignoreAnnotations: true,
      });

      expect(stdout).toBe("true\n");
      expect(Object.keys(meta.metafile.inputs).join("\n")).not.toMatch(
        /node_modules\/(react|react-dom|@tanstack|i18next|react-i18next)\//,
      );
    },
  );

  test("has the licence of everything that is inside its elements", () => {
    const texts = readFileSync(join(folder, "dist/elements/LICENSES.txt"), "utf8");
    const entries = texts.split(/^(?=\S+ \d+\.\d+\.\d+ \(.+\)$)/m);

    expect(entries.map((entry) => entry.split(" ")[0])).toEqual(
      expect.arrayContaining(["preact", "zod", "@tanstack/query-core"]),
    );
    for (const entry of entries) expect(entry).toMatch(/copyright/i);
  });

  test("tells of the version it is in its changelog", () => {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

    expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toContain(`## ${version}`);
  });
});
