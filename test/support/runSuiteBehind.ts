import { liveConfigPolicy } from "../../src/policy/index.ts";
import { createFakePanel } from "../../src/testing/createFakePanel.ts";
import { sessionHeader } from "../../src/testing/fake/session.ts";
import { people } from "../../src/testing/fixtures.ts";
import { type RunOptions, runSuite } from "../../src/testing/suite/runSuite.ts";
import { behind, type Intermediary } from "./intermediaries.ts";

/** Runs the suite over a fake panel behind a proxy, with both sessions. */
export async function runBehind(
  intermediary: Intermediary,
  options: Partial<RunOptions> = {},
) {
  const panel = createFakePanel({ transport: null });
  const before = JSON.stringify(panel.state());
  const fetch = behind(intermediary, panel.serve);
  const report = await runSuite({
    baseUrl: panel.baseUrl,
    policy: liveConfigPolicy(),
    headers: { Cookie: sessionHeader(people.admin) },
    readOnlyHeaders: { Cookie: sessionHeader(people.auditor) },
    fetch,
    fetchAnyHost: fetch,
    ...options,
  });
  const failures = report.results.filter((result) => result.outcome === "fail");
  return {
    report,
    kinds: report.findings.map(({ kind }) => kind),
    failures,
    alone: failures.filter(({ cause }) => cause === null).map(({ id }) => id),
    changed: JSON.stringify(panel.state()) !== before,
    sent: panel.requests,
  };
}

export const modes = [
  ["reading", false],
  ["deciding", true],
] as const;
