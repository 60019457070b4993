import { join } from "node:path";
import { expect, test } from "vitest";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { people, sessionHeader } from "../src/testing/index.ts";
import { makeFolder } from "./support/folder.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { serveFake } from "./support/serveFake.ts";
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

test("klartext says of a panel that cannot send that nothing is sent, and promises nothing", async () => {
  const sent = { status: "granted", lastSentAt: "2026-01-02T03:14:00.000Z" } as const;
  const purposes = { "server-statistics": sent };
  const panel = await serveFake({ transport: null, purposes });
  const folder = await makeFolder({ headers: `Cookie: ${sessionHeader(people.admin)}` });
  const signIn = ["--header-file", `${folder}/headers`];
  const run = (command: string, ...flags: string[]) =>
    runCommandLine([command, panel.baseUrl, "server-statistics", ...signIn, ...flags]);

  const granted = await run("status");
  const shown = await run("show");
  const withdrawn = await run("withdraw", "--wait");
  const after = await run("status");

  expect(granted.printed).toContain("Nothing is sent: sending is not set up");
  expect(granted.printed).not.toMatch(/Reports are sent|Next report/);
  expect(shown.printed).toContain("What would be sent");
  expect(shown.printed).not.toMatch(/will be sent/);
  expect(withdrawn.status).toBe(7);
  expect(withdrawn.told).toContain("Deletion not confirmed yet.");
  expect(withdrawn.printed + after.printed).not.toMatch(/in progress|Next attempt/);
  expect(after.printed).toContain("Deletion not confirmed yet.");
  expect(after.printed).toContain("To do: a deletion has not succeeded yet.");
});
