import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { makeFolder } from "./support/folder.ts";
import { freePort } from "./support/freePort.ts";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/test-panel.md"), "utf8");
const token = "a-token-of-a-pipeline-that-is-long-enough-for-it";

test("what the page writes for a pipeline tests a panel that is started beside it", async () => {
  const [, recipe = ""] = /## In a pipeline[\s\S]*?```sh\n([\s\S]*?)```/.exec(page) ?? [];
  const [port, receiverPort] = [await freePort(), await freePort()];
  const folder = await makeFolder({
    token,
    "start-panel": `exec '${process.execPath}' '${root}/panel/src/main.ts'\n`,
  });
  const script = recipe
    .replace("npx klartext", `'${process.execPath}' '${root}/src/cli/main.ts'`)
    .replace('"Cookie: session=$SESSION"', `"Authorization: Bearer ${token}"`)
    .replace("--junit", "--only wire-report-arrives --junit")
    .replaceAll("8080", port)
    .replaceAll("4999", receiverPort)
    .replace("./start-panel", "sh ./start-panel");
  const child = spawn("/bin/sh", ["-c", script], {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, PORT: port, KLARTEXT_DATA: join(folder, "data") },
      KLARTEXT_TOKEN_FILE: join(folder, "token"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);

  expect(stdout).toContain("pass       wire-report-arrives");
  expect(stderr).toContain("Waiting for the panel: nothing answers at this address yet.");
  expect(status).toBe(0);
  expect(await readFile(join(folder, "klartext.xml"), "utf8")).toContain(
    '<testsuites tests="2" failures="0"',
  );
}, 60_000);
