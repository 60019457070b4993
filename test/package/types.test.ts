import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, test } from "vitest";

const run = promisify(execFile);
const bin = join(import.meta.dirname, "../../node_modules/.bin");
const folder = inject("packageFolder");

describe("what imports the packed package", () => {
  test("compiles in a host that checks the types of its libraries too", async () => {
    const host = join(folder, "../../host");
    await mkdir(host, { recursive: true });
    await writeFile(
      join(host, "host.tsx"),
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

  test("compiles on a server, which has the types of Node and none of a browser", async () => {
    const server = join(folder, "../../server");
    await mkdir(server, { recursive: true });
    await writeFile(
      join(server, "server.ts"),
      [
        'import { createPanel } from "klartext/panel";',
        'import { createNodeListener, createSender } from "klartext/panel/node";',
        'import { openSqliteStore } from "klartext/panel/sqlite";',
        "export const parts = [createPanel, createSender, openSqliteStore];",
        "export const listen = createNodeListener;",
      ].join("\n"),
    );
    const options = [
      ...["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"],
      ...["--lib", "es2023", "--types", "node", "--skipLibCheck", "false"],
      "--ignoreConfig",
    ];

    await expect(
      run(join(bin, "tsc"), [...options, "server.ts"], { cwd: server }),
    ).resolves.toEqual({ stdout: "", stderr: "" });
  });
});
