import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPanel } from "../panel/src/startPanel.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { makeFolder } from "./support/folder.ts";
import { freePort } from "./support/freePort.ts";
import { listen } from "./support/listen.ts";
import { prepareReceiving } from "./support/receiving.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { debian, startTestPanel } from "./support/startTestPanel.ts";

const token = "a-token-that-is-long-enough-to-be-one";
const session = ["--header", `Authorization: Bearer ${token}`];

test("waits until the panel is started with its settings, and says for what", async () => {
  const receiving = await prepareReceiving();
  const config = { port: Number(await freePort()), token };
  const panel = await startTestPanel({ config });
  const told: string[] = [];
  const tell = (line: string) => {
    told.push(line);
    if (line.startsWith("Waiting for the panel: it sends crash-reports to")) {
      void panel.restart({ config: { ...config, vendor: receiving.vendor } });
    }
  };

  const { status, printed } = await runCommandLine(
    [
      ...["test-panel", `${panel.address()}/api/privacy`, ...session],
      ...[...receiving.args, "--only", "wire-report-arrives"],
    ],
    undefined,
    { tell },
  );

  expect(printed).toContain("pass       wire-report-arrives");
  expect(status).toBe(0);
  expect(told[0]).toContain(`KLARTEXT_VENDOR_URL=${receiving.env.KLARTEXT_VENDOR_URL}`);
  expect(told[0]).toContain(`KLARTEXT_VENDOR_CA=${receiving.env.KLARTEXT_VENDOR_CA}`);
});

test("ends with 4 where the panel goes on to send elsewhere", async () => {
  const receiving = await prepareReceiving();
  const panel = await startTestPanel({ config: { token } });

  const { status, told, printed } = await runCommandLine([
    ...["test-panel", `${panel.address()}/api/privacy`, ...session],
    ...[...receiving.args, "--receive-wait", "0.1"],
  ]);

  expect({ status, printed }).toEqual({ status: 4, printed: "" });
  expect(told).toMatch(/Nothing was tested\. .*it sends crash-reports to https/);
});

test("ends with 4 where the panel trusts another authority at that address", async () => {
  const receiving = await prepareReceiving();
  const { vendor } = await prepareReceiving();
  const panel = await startTestPanel({
    config: { token, vendor: { ...vendor, url: receiving.vendor.url } },
  });

  const { status, told } = await runCommandLine([
    ...["test-panel", `${panel.address()}/api/privacy`, ...session],
    ...[...receiving.args, "--receive-wait", "0.1"],
  ]);

  expect(status).toBe(4);
  expect(told).toMatch(/for crash-reports it trusts [\dA-F:]+, not [\dA-F:]+ alone/);
});

test("ends with 5 where nothing was started, and with 6 where nobody is signed in", async () => {
  const receiving = await prepareReceiving();
  const panel = await startTestPanel({ config: { vendor: receiving.vendor } });
  const dead = `http://127.0.0.1:${await freePort()}/api/privacy`;
  const run = (url: string) =>
    runCommandLine([
      ...["test-panel", url, ...session, ...receiving.args, "--receive-wait", "0.1"],
    ]);

  expect((await run(dead)).status).toBe(5);
  expect((await run(`${panel.address()}/api/privacy`)).status).toBe(6);
});

test("has a panel send that does so by cron", async () => {
  const receiving = await prepareReceiving();
  const folder = await makeFolder(debian({ nginx: "1.22.1-9+deb12u1" }));
  const policy = policyInForce("2025-07-24");
  const panel = await startPanel(
    {
      ...{ port: 0, dataFolder: join(folder, "data"), databaseUrl: undefined, token },
      ...{ systemRoot: folder, origin: undefined, lock: null, isNewEpoch: false },
      ...{ policyRevision: policy.revision.id, allowUnseen: false, proxy: undefined },
      vendor: receiving.vendor,
    },
    policy,
    // Nothing is done by itself.
    { runsClient: false, setTimer: () => () => undefined },
  );
  onTestFinished(panel.close);
  const cron = await listen((_request, response) => {
    void panel.tick().then(() => response.end());
  });
  const args = [
    ...["test-panel", `${panel.address}/api/privacy`, ...session, ...receiving.args],
    ...["wire-report-arrives", "wire-retry", "wire-open-sends", "wire-erasure"].flatMap(
      (id) => ["--only", id],
    ),
  ];

  const without = await runCommandLine([...args, "--receive-limit", "1"]);
  const { status, printed } = await runCommandLine([
    ...[...args, "--tick", `curl --silent --fail ${cron}`],
  ]);

  expect(without.printed).toContain("FAIL       wire-report-arrives");
  expect(printed).toContain("4 kept, 0 broken, 1 not tried.");
  expect(status).toBe(0);
}, 60_000);

test("says which command failed, and withdraws what it had agreed to", async () => {
  const receiving = await prepareReceiving();
  const panel = await startTestPanel({ config: { token, vendor: receiving.vendor } });
  const url = `${panel.address()}/api/privacy`;
  const { status, told } = await runCommandLine([
    ...["test-panel", url, ...session, ...receiving.args],
    ...["--only", "wire-report-arrives", "--crash", "exit 3"],
  ]);
  const { purposes } = (await (
    await fetch(`${url}/purposes`, { headers: { Authorization: `Bearer ${token}` } })
  ).json()) as { purposes: Record<string, { decision: { status: string } }> };

  expect(status).toBe(2);
  expect(told).toContain('"exit 3" ended with 3, and should with 0.');
  expect(Object.values(purposes).map(({ decision }) => decision.status)).not.toContain(
    "granted",
  );
});
