import { describe, expect, onTestFinished, test } from "vitest";
import type { PanelOptions } from "../src/panel/index.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { crashSample, statistics as told } from "../src/testing/fixtures.ts";
import { consentTo, writeConsentFile } from "./support/consentFiles.ts";
import { makeFolder } from "./support/folder.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { servePanel } from "./support/servePanel.ts";

const policy = policyInForce("bare");
const statistics = "server-statistics";
const consent = consentTo(policy);
const undisclosing = 17;
const forbidding = 42;

const tell = (value: PanelOptions["payloads"]["read"]) => ({ read: value });
const plain = tell((purpose) =>
  purpose === statistics ? { ...told } : { ...crashSample },
);
const leaking = tell((purpose) =>
  purpose === statistics ? { ...told, hostname: "web17" } : { ...crashSample },
);

/** A hundred panels, one with something undisclosed, and one that takes no unseen consent. */
async function startFleet() {
  const panels = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      servePanel({
        policy,
        payloads: index === undisclosing ? leaking : plain,
        allowUnseen: index !== forbidding,
      }),
    ),
  );
  onTestFinished(() => {
    for (const { close } of panels) close();
  });
  return panels;
}

describe("a hundred panels", { timeout: 120_000 }, () => {
  test("get one file in parallel; two refuse it, and a second run changes nothing", async () => {
    const panels = await startFleet();
    const file = await writeConsentFile(await makeFolder(), {
      [statistics]: consent,
      "crash-reports": { decision: "refused" },
    });
    const applyToAll = () =>
      Promise.all(
        panels.map(async ({ url }) => {
          const { status, printed } = await runCommandLine(["apply", file, url]);
          return { status, ...JSON.parse(printed) };
        }),
      );
    const first = await applyToAll();
    const second = await applyToAll();
    const problems = (runs: typeof first) =>
      runs.flatMap(({ status, purposes }, index) =>
        status === 0 ? [] : [[index, status, purposes[statistics].problem]],
      );
    const refusals = [
      [undisclosing, 3, "payload-undisclosed"],
      [forbidding, 3, "payload-not-seen"],
    ];

    expect(problems(first)).toEqual(refusals);
    expect(first.every(({ changed }) => changed)).toBe(true);
    expect(problems(second)).toEqual(refusals);
    expect(second.filter(({ changed }) => changed)).toEqual([]);
  });
});
