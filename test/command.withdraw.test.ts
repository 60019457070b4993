import { expect, test } from "vitest";
import { startTestVendor } from "../panel/src/vendor/testing/startTestVendor.ts";
import { startCommandPanel } from "./support/commandPanel.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { decide } from "./support/startTestPanel.ts";

/** A panel whose statistics were agreed to and sent, and the vendor that has them. */
async function startSent() {
  const vendor = await startTestVendor();
  const config = { vendor: { url: vendor.url, ca: vendor.caPem } };
  const panel = await startCommandPanel({ config });
  const admin = await panel.signIn("admin");
  await decide(admin, "server-statistics", "granted");
  await panel.tick();
  return { ...panel, vendor };
}

test("klartext withdraw ends with 7 while the vendor’s deletion is open, and never asks", async () => {
  const { url, env, vendor } = await startSent();
  await vendor.close();

  const run = await runKlartext(["withdraw", url(), "server-statistics", "--json"], {
    env,
  });
  const [purpose] = JSON.parse(run.stdout).purposes;

  expect(run).toMatchObject({ status: 7, stderr: "" });
  expect(purpose.decision).toMatchObject({ status: "withdrawn", via: "command" });
  expect(purpose.activity.deletions).toHaveLength(1);
});

test("klartext withdraw --wait says how far the deletion is, and ends with 7 when time is up", async () => {
  const { url, env, vendor } = await startSent();
  await vendor.close();
  const args = ["withdraw", url(), "server-statistics", "--wait", "--max-time", "2"];

  const run = await runKlartext(args, { env });

  expect(run.status).toBe(7);
  expect(run.stderr).toMatch(/Deletion (in progress|not confirmed yet)/);
  expect(run.stdout).toMatch(
    /\(server-statistics\): Deletion (in progress|not confirmed)/,
  );
});

test("klartext withdraw --wait ends with 0 once the vendor has confirmed", async () => {
  const { url, env } = await startSent();
  const args = ["withdraw", url(), "server-statistics", "--wait", "--language", "de"];

  const run = await runKlartext(args, { env });

  expect(run.status).toBe(0);
  expect(run.stdout).toContain(
    "Serverstatistiken (server-statistics): Löschung bestätigt",
  );
  expect(run.stdout).toMatch(/Löschung bestätigt am .*\. Gelöschte Datensätze: 1\./);
});

test("klartext withdraw without a purpose withdraws every one, whatever stands", async () => {
  const { url, env, signIn } = await startCommandPanel();
  const admin = await signIn("admin");
  await decide(admin, "crash-reports", "granted");

  const run = await runKlartext(["withdraw", url()], { env });

  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(run.stdout).toContain("Crash reports (crash-reports): Withdrawn");
  expect(run.stdout).toContain("Server statistics (server-statistics): Not decided yet");
});
