import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { signIn } from "./support/contractSubjects.ts";
import { startTestPanel } from "./support/startTestPanel.ts";

const run = promisify(execFile);

test("the command tests a panel of its own process over HTTP", async () => {
  const panel = await startTestPanel();
  const { Cookie } = await signIn(panel.address(), "admin");

  const { stdout, stderr } = await run(process.execPath, [
    "src/cli/main.ts",
    "test-panel",
    `${panel.address()}/api/privacy`,
    "--header",
    `Cookie: ${Cookie}`,
    "--json",
  ]);

  expect(JSON.parse(stdout)).toMatchObject({ failed: 0 });
  expect(stderr).toContain("own-host: pass");
  expect(stdout + stderr).not.toContain(Cookie);
}, 20_000);
