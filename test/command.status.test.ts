import { join } from "node:path";
import { expect, test } from "vitest";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { decide, startTestPanel } from "./support/startTestPanel.ts";

/** A panel that stands for the policy that the command has built in. */
const startPanel = () => startTestPanel({ policy: policyInForce("bare") });

test("klartext status tells what applies, in the words of the page", async () => {
  const panel = await startPanel();
  const admin = await panel.signIn("admin");
  await decide(admin, "crash-reports", "refused");
  const args = ["status", `${panel.address()}/api/privacy`];
  const env = { KLARTEXT_TOKEN_FILE: join(panel.dataFolder, "token") };

  const english = await runKlartext(args, { env });
  const german = await runKlartext(args, { env: { ...env, LANG: "de_AT.UTF-8" } });

  expect(english).toMatchObject({ status: 0, stderr: "" });
  expect(english.stdout).toContain("Signed in as Program.");
  expect(english.stdout).toContain("Crash reports (crash-reports): Refused");
  expect(english.stdout).toMatch(/By Admin on .*\. Nothing is sent\./);
  expect(english.stdout).toContain("(server-statistics): Not decided yet");
  expect(german.stdout).toContain("Angemeldet als Program.");
  expect(german.stdout).toContain("(crash-reports): Abgelehnt");
});
