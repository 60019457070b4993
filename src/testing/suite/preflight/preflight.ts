import type { SuiteContext } from "../suiteContext.ts";
import { diagnoseAge } from "./diagnoseAge.ts";
import {
  diagnoseCors,
  diagnoseErrors,
  diagnoseGateway,
  diagnoseHeaders,
  diagnoseHost,
  diagnoseLimit,
  diagnoseMethods,
  diagnoseOrigin,
  diagnoseRevalidation,
  diagnoseSession,
  diagnoseStrangers,
  diagnoseTags,
} from "./diagnoses.ts";
import { diagnoseTime } from "./diagnoseTime.ts";
import { type Finding, finding } from "./finding.ts";
import type { FindingKind } from "./findingWords.ts";
import { findOtherContract, findOtherPolicy } from "./findMismatch.ts";
import { findNoPanel, findNoSession } from "./findUnreachable.ts";
import { formatNoAnswer, freshPurposes, type Probes, sendProbes } from "./sendProbes.ts";

type Diagnoses = readonly (readonly [
  kind: FindingKind,
  diagnose: (probes: Probes) => readonly string[],
])[];

/** What leaves nothing that could be tested. */
const stopping: Diagnoses = [
  ["session-over", ({ exchanges }) => diagnoseSession(exchanges)],
  ["too-many-requests", ({ exchanges }) => diagnoseLimit(exchanges)],
  ["gateway", ({ exchanges }) => diagnoseGateway(exchanges)],
  ["old-answer", ({ exchanges }) => diagnoseAge(exchanges)],
];

const changing: Diagnoses = [
  ["tag-changed", ({ exchanges }) => diagnoseTags(exchanges)],
  ["header-missing", ({ exchanges }) => diagnoseHeaders(exchanges)],
  ["cors-added", ({ exchanges }) => diagnoseCors(exchanges)],
  ["not-revalidated", ({ exchanges }) => diagnoseRevalidation(exchanges)],
  ["blocked", ({ exchanges, silent }) => [...silent, ...diagnoseMethods(exchanges)]],
  ["foreign-answer", ({ exchanges }) => diagnoseErrors(exchanges)],
  ["origin-unknown", ({ exchanges }) => diagnoseOrigin(exchanges)],
  ["session-ignored", ({ exchanges }) => diagnoseStrangers(exchanges)],
  ["host-not-checked", ({ exchanges }) => diagnoseHost(exchanges)],
  ["slow", ({ exchanges }) => diagnoseTime(exchanges)],
];

/**
 * Looks, by a few requests that change nothing, for what stands between the suite and a
 * panel, so that one cause is told as one. What leaves nothing to test is told alone.
 */
export async function preflight(context: SuiteContext): Promise<readonly Finding[]> {
  const reached = await reach(context).catch((error: unknown) =>
    finding("no-answer", [formatNoAnswer(error)]),
  );
  if ("kind" in reached) return [reached];
  const probes = await sendProbes(context, reached.policy, reached.purposes);
  const [stop] = diagnose(stopping, probes);
  return stop ? [stop] : diagnose(changing, probes);
}

/** Reads what everybody may, and what needs a session. */
async function reach({ get, activities }: SuiteContext) {
  const policy = await get("/policy");
  const noPanel = findNoPanel(policy) ?? findOtherContract(policy);
  if (noPanel) return noPanel;
  const purposes = await get(freshPurposes());
  const ids = activities.map(({ id }) => id);
  const noUse = findNoSession(purposes) ?? findOtherPolicy(purposes, ids);
  return noUse ?? { policy, purposes };
}

function diagnose(diagnoses: Diagnoses, probes: Probes): readonly Finding[] {
  return diagnoses.flatMap(([kind, look]) => {
    const seen = look(probes);
    return seen.length > 0 ? finding(kind, seen) : [];
  });
}
