import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { signIn } from "./support/contractSubjects.ts";
import { makeFolder } from "./support/folder.ts";
import { startPanelProcess } from "./support/panelProcess.ts";
import { prepareReceiving } from "./support/receiving.ts";
import { runKlartext } from "./support/runKlartext.ts";

/** What makes the demonstration's process `client` crash. */
const crashScript = `
const [, , panel, cookie] = process.argv;
const { status } = await fetch(panel + "/demo/crash", {
  method: "POST",
  headers: { Origin: panel, Cookie: cookie },
});
process.exit(status === 202 ? 0 : 1);
`;

test("the demonstration panel keeps every rule on the wire, crashes too", async () => {
  const receiving = await prepareReceiving();
  const panel = await startPanelProcess(receiving.env);
  onTestFinished(panel.remove);
  const { Cookie } = await signIn(panel.address, "admin");
  const folder = await makeFolder({ "crash.mjs": crashScript });
  const crash = `'${process.execPath}' ${join(folder, "crash.mjs")} ${panel.address} '${Cookie}'`;

  const { status, stdout, stderr } = await runKlartext([
    ...["test-panel", `${panel.address}/api/privacy`, "--header", `Cookie: ${Cookie}`],
    ...[...receiving.args, "--only", "wire-", "--crash", crash],
  ]);

  expect(stdout).toMatch(/\n2\d kept, 0 broken, 0 not tried\.$/m);
  expect(status).toBe(0);
  expect(stderr).toContain(`KLARTEXT_VENDOR_URL=${receiving.vendor.url}\n`);
  expect(stdout + stderr).not.toContain(Cookie?.split("=")[1]);
}, 180_000);
