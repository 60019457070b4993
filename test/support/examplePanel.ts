import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect } from "vitest";
import { fetchAnyHost } from "../../src/cli/fetchAnyHost.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { runSuite } from "../../src/testing/index.ts";
import type { SuiteOptions } from "../../src/testing/suite/suiteContext.ts";
import { makeFolder } from "./folder.ts";
import { freePort } from "./freePort.ts";
import { startReceiver } from "./receiver.ts";

const accounts = {
  decides: { id: "ada", name: "Ada", isAdministrator: true },
  looks: { id: "ben", name: "Ben", isAdministrator: false },
};

/** A vendor, two people with a session, and an environment in which an example runs. */
export async function prepareExample() {
  const vendor = await startReceiver();
  const sessions = Object.entries(accounts).map(([token, account]) => [
    createHash("sha256").update(token).digest("hex"),
    account,
  ]);
  const folder = await makeFolder({
    "sessions.json": JSON.stringify(Object.fromEntries(sessions)),
  });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return {
    vendor,
    address,
    dataFolder: join(folder, "privacy"),
    env: {
      PORT: port,
      ORIGIN: address,
      SESSIONS: join(folder, "sessions.json"),
      PRIVACY_DATA: join(folder, "privacy"),
      VENDOR_URL: vendor.url,
      VENDOR_CA: vendor.caFile,
    },
  };
}

export type PreparedExample = Awaited<ReturnType<typeof prepareExample>>;

/** How the suite speaks with an example, for somebody who may decide and somebody who may not. */
export function speakWith({ address }: Pick<PreparedExample, "address">): SuiteOptions {
  return {
    baseUrl: `${address}/api/privacy`,
    policy: liveConfigPolicy(),
    headers: { Cookie: "session=decides" },
    readOnlyHeaders: { Cookie: "session=looks" },
    fetchAnyHost,
  };
}

/** The panel of an example keeps the contract, and sends to its vendor and nowhere else. */
export async function keepsTheContract(example: PreparedExample): Promise<void> {
  const { results, passed } = await runSuite({ ...speakWith(example), write: true });

  expect(results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
  expect(results.at(-1)).toMatchObject({ id: "left-withdrawn", outcome: "pass" });
  expect(passed).toBeGreaterThan(50);
  const erasures = () =>
    example.vendor.received.filter(({ line }) => line.startsWith("POST /v1/erasures "));
  await expect.poll(() => erasures().length).toBeGreaterThan(0);
}
