import { expect, test } from "vitest";
import { startTestVendor } from "../panel/src/vendor/testing/startTestVendor.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { startCommandPanel } from "./support/commandPanel.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { debian, decide } from "./support/startTestPanel.ts";

/** A configuration by which the command knows every revision of the demonstration. */
const config = ["--config", "test/fixtures/demoConfig.ts"];

test("klartext history tells what was decided, by whom and by which way", async () => {
  const { url, env, signIn } = await startCommandPanel();
  const admin = await signIn("admin");
  await decide(admin, "crash-reports", "granted");
  await runKlartext(["withdraw", url(), "crash-reports"], { env });

  const english = await runKlartext(["history", url(), "crash-reports"], { env });
  const german = await runKlartext(["history", url(), "--language", "de"], { env });

  expect(english).toMatchObject({ status: 0, stderr: "" });
  expect(english.stdout).toMatch(
    /^Crash reports \(crash-reports\)\n.*Withdrawn · Program · by the command.*\n.*Consent given · Admin .*Revision 2025-07-24 · Receipt number [0-9a-f-]{36}\n$/,
  );
  expect(german.stdout).toContain("Widerrufen · Program · mit dem Befehl");
  expect(german.stdout).toContain("Noch nichts entschieden.");
});

test("klartext history reads a long history to its end, and says how far it is", async () => {
  const { url, env, signIn } = await startCommandPanel();
  const admin = await signIn("admin");
  for (let count = 0; count < 52; count += 1) {
    await decide(admin, "crash-reports", "refused");
  }

  const run = await runKlartext(["history", url(), "--json"], { env });

  expect(JSON.parse(run.stdout).entries).toHaveLength(52);
  expect(run.stderr).toBe("50 entries read…\n");
});

test("klartext diff compares with the last report and with what was agreed to", async () => {
  const vendor = await startTestVendor();
  const panel = await startCommandPanel({
    config: { vendor: { url: vendor.url, ca: vendor.caPem } },
  });
  const { url, env } = panel;
  const admin = await panel.signIn("admin");
  await decide(admin, "server-statistics", "granted");
  await panel.tick();
  const args = ["diff", url(), "server-statistics"];
  const before = await runKlartext([...args, "--check"], { env });
  await panel.layOut(debian({ nginx: "1.26.0-1" }));

  const after = await runKlartext([...args, "--check"], { env });

  expect(before.status).toBe(0);
  expect(before.stdout).toMatch(/last report of .*\n {2}These are the same bytes\./);
  expect(after.status).toBe(1);
  expect(after.stdout).toMatch(
    /last report of .*\n {2}Services\n {4}.*1\.22\.1 → 1\.26\.0/,
  );
  expect(after.stdout).toContain("Compared with the data consented to on");
});

test("klartext diff tells what a later revision says otherwise", async () => {
  const panel = await startCommandPanel({ policy: policyInForce("2025-07-24") });
  const { url, env, signIn, restart } = panel;
  await decide(await signIn("admin"), "server-statistics", "granted");
  await restart({ policy: policyInForce("2026-03-01") });

  const run = await runKlartext(["diff", url(), "server-statistics", ...config], { env });
  const status = await runKlartext(["status", url(), "--check", ...config], { env });

  expect(run.stdout).toContain("What has changed since consent was given");
  expect(run.stdout).toContain("Revision 2025-07-24 → revision 2026-03-01");
  expect(run.stdout).toContain("New: the architecture of the processor");
  expect(status.status).toBe(1);
  expect(status.stdout).toContain("(server-statistics): Consent outdated");
  expect(status.stdout).toContain("To do: consent is outdated");
});

test("without the panel’s own policy no consent can be given, and status says so", async () => {
  const { url, env } = await startCommandPanel({ policy: policyInForce("2025-07-24") });
  const own = await runKlartext(["status", url(), "--check"], { env });
  const given = await runKlartext(["status", url(), "--check", ...config], { env });

  expect(own.status).toBe(1);
  expect(own.stdout).toContain("Consent not possible");
  expect(given).toMatchObject({ status: 0 });
  expect(given.stdout).not.toContain("Consent not possible");
});
