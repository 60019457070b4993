import { execFile } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { expect, inject, test } from "vitest";
import { putDecision } from "../../src/testing/suite/deciding/decisionRequests.ts";
import { prepareDecision } from "../../src/testing/suite/deciding/prepareDecision.ts";
import { createSuiteContext } from "../../src/testing/suite/index.ts";
import { readPurpose } from "../../src/testing/suite/panelReading.ts";
import { keepsTheContract, prepareExample, speakWith } from "../support/examplePanel.ts";
import { makeFolder } from "../support/folder.ts";
import { shareName, shareOf } from "../support/shareOf.ts";
import { startServer } from "../support/startServer.ts";

const root = join(import.meta.dirname, "../..");
const examples = join(root, "docs/examples/panel");

/** A host with the examples in it, which has the packed package and Express. */
async function makeHost(): Promise<string> {
  const host = await makeFolder({
    "package.json": '{"type":"module"}',
    "node_modules/.keep": "",
  });
  await cp(examples, host, { recursive: true });
  await symlink(inject("packageFolder"), join(host, "node_modules/klartext"));
  for (const name of ["express", "@types"]) {
    await symlink(join(root, "node_modules", name), join(host, "node_modules", name));
  }
  return host;
}

test.each(shareOf(["node-http.ts", "express.ts"], 1))(
  `the panel in docs/examples/panel/%s keeps the contract over HTTP (${shareName})`,
  async (file) => {
    const example = await prepareExample();

    await startServer(await makeHost(), [process.execPath, file], example.env);

    await keepsTheContract(example);
    expect(statSync(example.dataFolder).mode & 0o777).toBe(0o700);
  },
);

test("a folder that is restored from a backup sends nothing until it is decided anew", async () => {
  const host = await makeHost();
  const [first, second] = [await prepareExample(), await prepareExample()];
  const backup = { ...second.env, PRIVACY_RESTORED: "1" };
  await startServer(host, [process.execPath, "node-http.ts"], first.env);
  const panel = createSuiteContext(speakWith(first));
  const { etag, grant } = await prepareDecision(panel, "server-statistics");
  await putDecision(panel, "server-statistics", etag, grant);
  await expect.poll(() => first.vendor.received.length).toBe(1);

  const database = new Database(join(first.dataFolder, "panel.sqlite"));
  await mkdir(second.dataFolder);
  await database.backup(join(second.dataFolder, "panel.sqlite"));
  database.close();
  await startServer(host, [process.execPath, "node-http.ts"], backup);

  const restored = await readPurpose(
    createSuiteContext(speakWith(second)),
    "server-statistics",
  );
  expect(restored.decision.status).toBe("granted");
  expect(restored.activity).toMatchObject({
    ...{ effective: false, suspended: "store-restored", nextAt: null },
  });
  expect(second.vendor.received).toEqual([]);
});

test("the examples compile against the packed package", async () => {
  const options = [
    ...["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"],
    ...["--lib", "es2023", "--types", "node", "--allowImportingTsExtensions"],
    ...["--skipLibCheck", "--ignoreConfig"],
  ];
  const tsc = join(root, "node_modules/.bin/tsc");
  const host = await makeHost();
  const files = globSync("*.ts", { cwd: host });

  await expect(
    promisify(execFile)(tsc, [...options, ...files], { cwd: host }),
  ).resolves.toEqual({ stdout: "", stderr: "" });
});

test.each(globSync("**/*.ts", { cwd: examples }))(
  "docs/examples/panel/%s is read at a glance",
  (file) => {
    const lines = readFileSync(join(examples, file), "utf8").trimEnd().split("\n");

    expect(lines.length).toBeLessThanOrEqual(30);
  },
);
