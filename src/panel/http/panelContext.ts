import type { Contract } from "../../contract/createContract.ts";
import type { PolicyResource } from "../../contract/policyResource.ts";
import type { Lock } from "../../contract/purposeState.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { NotAvailableHere, type PanelOptions } from "../panelOptions.ts";
import type { PayloadFact } from "../rules/checkGrant.ts";
import type { DescribeFacts } from "../rules/describePurpose.ts";
import type { Machine } from "../rules/machineIdHash.ts";
import type { OtherReplicas } from "../rules/otherReplicas.ts";

/** What every answer is made of. */
export interface PanelContext
  extends Required<
    Pick<
      PanelOptions,
      "store" | "viewer" | "payloads" | "allowUnseen" | "report" | "uuid"
    >
  > {
  readonly contract: Contract;
  readonly activities: readonly ConsentActivity[];
  readonly texts: PolicyResource["texts"];
  readonly origins: () => readonly string[];
  readonly basePath: string;
  /** The lock that holds for a purpose, whichever process of the panel has it. */
  readonly lockOf: (purpose: string, others: OtherReplicas) => Lock | null;
  /** The server that the panel stands for; null where the host tells none. */
  readonly machine: () => Promise<Machine | null>;
  readonly sender: PanelOptions["sender"];
  readonly resultsUrls: Readonly<Record<string, string>>;
  readonly withdrawalWaitMs: number;
}

export function describeFacts(
  context: PanelContext,
  purpose: string,
  others: OtherReplicas,
): DescribeFacts {
  return {
    lock: context.lockOf(purpose, others),
    transport: context.sender?.transport(purpose) ?? null,
    resultsUrl: context.resultsUrls[purpose] ?? null,
  };
}

/** The data of the server, or why they cannot be told. */
export async function readPayloadFact(
  { payloads }: PanelContext,
  purpose: string,
): Promise<PayloadFact> {
  try {
    return { status: "told", value: await payloads.read(purpose) };
  } catch (error) {
    return error instanceof NotAvailableHere
      ? { status: "not-told", detail: error.message }
      : { status: "failed", error };
  }
}
