import { expect, test } from "vitest";
import { signIn } from "./support/contractSubjects.ts";
import { prepareReceiving } from "./support/receiving.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { startTestPanel } from "./support/startTestPanel.ts";

test("the command is the vendor of a panel, and finds that it keeps every promise", async () => {
  const receiving = await prepareReceiving();
  const panel = await startTestPanel({ config: { vendor: receiving.vendor } });
  const { Cookie } = await signIn(panel.address(), "admin");

  const { status, stdout, stderr } = await runKlartext([
    ...["test-panel", `${panel.address()}/api/privacy`, "--header", `Cookie: ${Cookie}`],
    ...[...receiving.args, "--only", "wire-"],
  ]);

  console.log(stdout, stderr);
  expect(status).toBe(0);
}, 120_000);
