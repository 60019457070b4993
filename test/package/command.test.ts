import { copyFile, readdir, readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, inject, test } from "vitest";
import { startCommandPanel } from "../support/commandPanel.ts";
import { makeFolder } from "../support/folder.ts";
import { oldestNode } from "../support/oldestNode.ts";
import { prepareReceiving } from "../support/receiving.ts";
import { runKlartext } from "../support/runKlartext.ts";

const file = join(inject("packageFolder"), "dist/cli/klartext.mjs");

/** The one file in a folder of its own, where nothing is installed. */
async function copyAlone() {
  const folder = await makeFolder();
  const program = join(folder, "klartext.mjs");
  await copyFile(file, program);
  return [oldestNode(), program] as const;
}

test("the command is one file that imports Node’s own modules alone", async () => {
  const { metafile } = await build({
    entryPoints: [file],
    ...{ bundle: true, write: false, metafile: true, format: "esm", platform: "node" },
    logLevel: "error",
  });
  const { imports = [] } = Object.values(metafile.outputs)[0] ?? {};

  expect(Object.keys(metafile.inputs)).toHaveLength(1);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter(({ path }) => !isBuiltin(path))).toEqual([]);
});

test("it carries the licences of what is inside", async () => {
  const text = await readFile(file, "utf8");

  expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(text).toMatch(/^\/\/ ## i18next - [\d.]+ \(MIT\)$/m);
  expect(text).toMatch(/^\/\/ ## zod - [\d.]+ \(MIT\)$/m);
  expect(text).toMatch(/^\/\/ ## @noble\/hashes - [\d.]+ \(MIT\)$/m);
  expect(text).not.toMatch(/^\/\/ ## react/m);
});

test("copied alone it decides, under the oldest Node that is here", async () => {
  const program = await copyAlone();
  const { url, env } = await startCommandPanel();
  const run = (...args: string[]) => runKlartext(args, { env, program });
  const shown = JSON.parse(
    (await run("show", url(), "server-statistics", "--json")).stdout,
  );
  const digests = [
    ...["--text", shown.policy.textDigest],
    ...["--payload", shown.purposes[0].payload.digest],
  ];

  const granted = await run("grant", url(), "server-statistics", ...digests);
  const withdrawn = await run("withdraw", url(), "--wait", "--language", "de");
  const told = await run("history", url(), "server-statistics");

  expect(granted).toMatchObject({ status: 0, stderr: "" });
  expect(granted.stdout).toContain("Consent given");
  expect(withdrawn.status).toBe(0);
  expect(told.stdout).toContain("Withdrawn · Program · by the command");
});

test("copied alone it writes a kit", async () => {
  const program = await copyAlone();
  const kit = join(await makeFolder(), "kit");

  const { status, stderr } = await runKlartext(["panel-kit", kit], { program });

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(await readdir(kit)).toContain("vectors.json");
});

test("copied alone it writes the policy, and tests a panel", async () => {
  const program = await copyAlone();
  const { url, env } = await startCommandPanel();
  const policy = await runKlartext(["policy", "--digest"], { program });
  const report = await runKlartext(["test-panel", url(), "--json"], { env, program });

  expect(policy.stdout).toMatch(/^sha-256=:.+=:\n$/);
  expect(report.status).toBe(6);
  expect(JSON.parse(report.stdout).findings).toMatchObject([{ kind: "not-signed-in" }]);
});

test("copied alone it is the vendor of a panel that it tests", async () => {
  const program = await copyAlone();
  const receiving = await prepareReceiving();
  const { url, dataFolder } = await startCommandPanel({
    config: { vendor: receiving.vendor },
  });
  const token = (await readFile(join(dataFolder, "token"), "utf8")).trim();

  const { status, stdout } = await runKlartext(
    [
      ...["test-panel", url(), "--header", `Authorization: Bearer ${token}`],
      ...[...receiving.args, "--only", "wire-report-arrives"],
    ],
    { program },
  );

  expect(stdout).toContain("pass       wire-report-arrives");
  expect(status).toBe(0);
});
