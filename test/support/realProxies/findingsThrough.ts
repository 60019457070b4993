import { fetchAnyHost } from "../../../src/cli/fetchAnyHost.ts";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import { runSuite } from "../../../src/testing/index.ts";
import { signIn } from "../signIn.ts";
import type { BehindProxy } from "./startBehind.ts";

/**
 * What `klartext test-panel` tells of a panel through its proxy, without deciding: what it
 * finds, and the rules that are broken by nothing of that. A busy machine is no finding.
 */
export async function findingsThrough({
  origin,
  panel,
}: Pick<BehindProxy, "origin" | "panel">): Promise<readonly string[]> {
  const { headers } = await signIn(panel.address, "admin");
  const { findings, results } = await runSuite({
    baseUrl: `${origin}/api/privacy`,
    policy: policyInForce("2025-07-24"),
    headers: { Cookie: headers.Cookie ?? "" },
    fetchAnyHost,
  });
  const broken = results.filter(
    (result) => result.outcome === "fail" && result.cause === null,
  );
  return [...findings.map(({ kind }) => kind), ...broken.map(({ id }) => id)].filter(
    (told) => told !== "slow",
  );
}
