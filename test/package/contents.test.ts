import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, test } from "vitest";
import { bundle as bundleForHost, react } from "../../scripts/size/bundle.ts";
import { interfaceTexts, textsIn } from "../support/everyWord.ts";
import { makeFolder } from "../support/folder.ts";

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

/** The words that come with the parts which are loaded later. */
const lazyKeys = [
  ...new Set(
    textsIn(interfaceTexts.en.lazy).map(([key]) => key.replace(/_(one|other)$/, "")),
  ),
];

/** What is put behind a name that begins words of both kinds, where no later part puts it. */
const endings: Readonly<Record<string, RegExp>> = {
  "payload.": /^(absent|notIncluded|undisclosed|unexpected|duplicate)$/,
  "difference.": /^since/,
};

/** Whether some code makes a key by putting something behind a name. */
function isMade(key: string, code: string): boolean {
  return [...code.matchAll(/`([a-zA-Z][\w.-]*[.-])\$\{/g)].some(
    ([, name = ""]) =>
      key.startsWith(name) && (endings[name] ?? /./).test(key.slice(name.length)),
  );
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
      /^(dist\/(.*\.(js|d\.ts)|static\/policy[\w.]*)|docs\/(.*\.(md|png|json|ts)|examples\/(fleet|panels|proxies|cockpit|bootstrap-3|tailwind-4)\/[\w./-]+))$/;
    const others = files.filter((file) => !isExpected.test(file));

    expect(others).toEqual([
      "AGENTS.md",
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "custom-elements.json",
      "dist/LICENSES.md",
      "dist/cli/klartext.mjs",
      "dist/elements/LICENSES.md",
      "dist/elements/klartext.css",
      "dist/styles.css",
      "llms.txt",
      "package.json",
    ]);
    expect(files.filter((file) => /\.(test|stories)\./.test(file))).toEqual([]);
  });

  test("leaves nothing in a bundle that only names it, but its sheet", async () => {
    expect(await bundle('import "klartext";')).toBe("");
    expect(await bundle('import "klartext/styles.css";')).toContain(".kt-root");
    expect(await bundle('import "klartext/elements";')).toContain("klartext-policy");
  });

  test.each(["klartext/policy", "klartext/contract", "klartext/panel"])(
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

  test("keeps sender and stores out of all entries but their own, and the panel out of a page", async () => {
    const inputsOf = async (entry: string) => {
      const { metafile } = await build({
        stdin: { contents: `import "${entry}";`, resolveDir: folder },
        ...{ bundle: true, write: false, metafile: true, format: "esm" },
        ...{ outdir: folder, logLevel: "error", ignoreAnnotations: true },
        external: ["node:*"],
      });
      const parts = Object.keys(metafile.inputs).flatMap(
        (path) => /klartext\/dist\/(panel|sending|stores)\b/.exec(path)?.[1] ?? [],
      );
      return [...new Set(parts)].toSorted();
    };

    for (const entry of ["klartext", "klartext/policy", "klartext/contract"]) {
      expect([entry, await inputsOf(entry)]).toEqual([entry, []]);
    }
    expect(await inputsOf("klartext/testing")).toEqual(["panel"]);
    expect(await inputsOf("klartext/panel")).toEqual(["panel"]);
    expect(await inputsOf("klartext/panel/node")).toEqual(["panel", "sending"]);
    expect(await inputsOf("klartext/panel/postgres")).toEqual(["panel", "stores"]);
    expect(await inputsOf("klartext/panel/sqlite")).toEqual(["panel", "stores"]);
  });

  test("leaves to Node and to later parts what a page with a centre does not need at first", async () => {
    const { modules } = await bundleForHost({
      folder,
      external: react,
      program: `export { liveConfigPolicy, PrivacyCenter } from "klartext";
        export * from "./dist/components/PrivacyCenter/lazyCenter.js";`,
    });
    const kept = modules.flatMap(([path, bytes]) => (bytes > 0 ? path : []));

    expect(kept.some((path) => path.endsWith("dist/policy/buildDocument.js"))).toBe(true);
    const code = kept
      .filter((path) => /dist\/(components|hooks|payload)\//.test(path))
      .map((path) => readFileSync(join(folder, path), "utf8"))
      .join("");
    expect(code).toContain('"chip.last-known"');
    expect(lazyKeys.filter((key) => code.includes(`"${key}"`))).toEqual([]);
    expect(lazyKeys.filter((key) => isMade(key, code))).toEqual([]);
    expect(
      kept.filter((path) => /dist\/policy\/(diagnose\/|builtIn\/samples)/.test(path)),
    ).toEqual([]);
  });

  test("has no sentence of the panel, the sender or a store in the elements", () => {
    const readAll = (paths: readonly string[]) =>
      paths.map((path) => readFileSync(join(folder, path), "utf8")).join("\n");
    const scripts = files.filter((file) => file.endsWith(".js"));
    const isOfServer = (file: string) => /^dist\/(panel|sending|stores)\b/.test(file);
    const isOfElements = (file: string) => file.startsWith("dist/elements/");
    const shared = readAll(
      scripts.filter((file) => !isOfServer(file) && !isOfElements(file)),
    );
    const own = [
      ...readAll(scripts.filter(isOfServer)).matchAll(/"([^"\\\n]{12,})"/g),
    ].flatMap(([, text = ""]) => (shared.includes(text) ? [] : text));
    const elements = readAll(scripts.filter(isOfElements));

    expect(own.length).toBeGreaterThan(50);
    expect(own.filter((text) => elements.includes(text))).toEqual([]);
  });

  test("says what to install when the driver of a store is missing", async () => {
    const host = await makeFolder();
    await cp(folder, join(host, "node_modules/klartext"), { recursive: true });
    for (const name of ["zod", "@noble/hashes"]) {
      await mkdir(dirname(join(host, "node_modules", name)), { recursive: true });
      await symlink(join(bin, "..", name), join(host, "node_modules", name));
    }
    const program = `
      const { openSqliteStore, StoreError } = await import("klartext/panel/sqlite");
      const { openPostgresStore } = await import("klartext/panel/postgres");
      const open = [
        () => openSqliteStore({ folder: "data" }),
        () => openPostgresStore({ url: "postgres://localhost" }),
      ];
      for (const one of open) {
        try { await one(); } catch (error) {
          console.log(error instanceof StoreError, error.message);
        }
      }`;

    const { stdout } = await run(
      process.execPath,
      ["--input-type=module", "--eval", program],
      { cwd: host },
    );

    expect(stdout).toBe(
      "true The SQLite store cannot be opened. The package better-sqlite3 is not " +
        "installed. Install it beside klartext: npm install better-sqlite3@13\n" +
        "true The PostgreSQL store cannot be opened. The package pg is not " +
        "installed. Install it beside klartext: npm install pg@8\n",
    );
    expect(existsSync(join(host, "data"))).toBe(false);
  });

  test.each([
    ["its modules", "dist", ["react-i18next"]],
    ["its elements", "dist/elements", ["preact", "zod", "@tanstack/query-core"]],
  ])("has the licence of everything that is inside %s", (_name, place, expected) => {
    const texts = readFileSync(join(folder, place, "LICENSES.md"), "utf8");
    const entries = texts.split(/^## (?=\S+ - \d+\.\d+\.\d+ \(.+\)$)/m).slice(1);

    expect(entries.map((entry) => entry.split(" ")[0])).toEqual(
      expect.arrayContaining(expected),
    );
    for (const entry of entries) expect(entry).toMatch(/copyright/i);
  });

  test("brings of React no more than a host has installed", () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const required = Object.keys(peerDependencies).filter(
      (name) => !peerDependenciesMeta[name]?.optional,
    );

    expect(Object.keys(dependencies)).toEqual([
      "@noble/hashes",
      "i18next",
      "structured-headers",
      "zod",
    ]);
    expect(required).toEqual([]);
    for (const name of Object.keys(dependencies)) {
      const path = join(bin, "..", name, "package.json");
      const { peerDependencies: peers = {} } = JSON.parse(readFileSync(path, "utf8"));
      expect(Object.keys(peers)).not.toContain("react");
    }
  });

  test("tells of the version it is in its changelog", () => {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

    expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toContain(`## ${version}`);
  });
});
