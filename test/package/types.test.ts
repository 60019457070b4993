import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, test } from "vitest";

const run = promisify(execFile);
const bin = join(import.meta.dirname, "../../node_modules/.bin");
const folder = inject("packageFolder");

/** Compiles one file against the packed package, with nothing but these options. */
async function compile(
  name: string,
  lines: readonly string[],
  options: readonly string[],
) {
  const project = join(folder, "../..", parse(name).name);
  await mkdir(project, { recursive: true });
  await writeFile(join(project, name), lines.join("\n"));
  const shared = [
    ...["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"],
    ...["--skipLibCheck", "false", "--ignoreConfig"],
  ];
  return run(join(bin, "tsc"), [...shared, ...options, name], { cwd: project });
}

const clean = { stdout: "", stderr: "" };

describe("what imports the packed package", () => {
  test("compiles in a host that checks the types of its libraries too", async () => {
    const compiled = compile(
      "host.tsx",
      [
        'import { liveConfigPolicy, PrivacyCenter } from "klartext";',
        'import { createContract } from "klartext/contract";',
        'import { createPanel } from "klartext/panel";',
        'import { policyText } from "klartext/policy";',
        'import { createFakePanel } from "klartext/testing";',
        'import "klartext/elements";',
        'import "klartext/styles.css";',
        "const policy = liveConfigPolicy();",
        'export const parts = [createContract, createPanel, createFakePanel, policyText(policy, "de")];',
        "export const page = <PrivacyCenter policy={policy} />;",
        'document.createElement("klartext-privacy").policy = policy;',
        'document.addEventListener("klartext-decision", ({ detail }) => detail.purpose);',
      ],
      [
        ...["--noUncheckedSideEffectImports", "--jsx", "react-jsx"],
        ...["--lib", "es2023,dom", "--types", "react"],
      ],
    );

    await expect(compiled).resolves.toEqual(clean);
  });

  test("compiles on a server, which has the types of Node and none of a browser", async () => {
    const compiled = compile(
      "server.ts",
      [
        'import { createPanel } from "klartext/panel";',
        'import { createNodeListener, createSender } from "klartext/panel/node";',
        'import { openSqliteStore } from "klartext/panel/sqlite";',
        "export const parts = [createPanel, createSender, openSqliteStore];",
        "export const listen = createNodeListener;",
      ],
      ["--lib", "es2023", "--types", "node"],
    );

    await expect(compiled).resolves.toEqual(clean);
  });
});
