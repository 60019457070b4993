import type { Purposes } from "../../contract/createContract.ts";
import type { Decision } from "../../contract/decision.ts";
import { endpointPath } from "../../contract/paths.ts";
import type { PolicyResource } from "../../contract/policyResource.ts";
import { problemType } from "../../contract/problem.ts";
import type { PurposeState } from "../../contract/purposeState.ts";
import { digest } from "../../payload/digest.ts";
import { broken, type Exchange } from "./exchange.ts";
import { expectJson, expectStatus, expectStrongTag } from "./expectations.ts";
import { NotTried } from "./notTried.ts";
import type { SendOptions, SuiteContext } from "./suiteContext.ts";
import { readWhole } from "./unreadableResource.ts";

export function purposePath(id: string, part: "decision" | "payload"): string {
  const endpoint = part === "decision" ? "getDecision" : "getPayload";
  return endpointPath(endpoint, { purpose: id });
}

export async function readPolicy({ get, contract }: SuiteContext) {
  const exchange = await get("/policy");
  const policy: PolicyResource = expectJson(exchange, contract.policyResource);
  return { exchange, policy };
}

export async function readPurposes({ get, contract }: SuiteContext) {
  const exchange = await get("/purposes");
  const purposes: Purposes = expectJson(exchange, contract.purposes);
  return { exchange, ...purposes };
}

/** One purpose of `GET /purposes`, with the exchange that told it. */
export async function readPurpose(context: SuiteContext, id: string) {
  const { exchange, purposes, viewer } = await readPurposes(context);
  const purpose: PurposeState | undefined = purposes[id];
  if (!purpose) throw broken(exchange, `The purpose ${id}.`);
  return { exchange, viewer, ...purpose };
}

export async function readDecision({ get, contract }: SuiteContext, id: string) {
  const exchange = await get(purposePath(id, "decision"));
  const decision: Decision = expectJson(exchange, contract.decision);
  return { exchange, decision, etag: expectStrongTag(exchange) };
}

/**
 * The payload's bytes with their digest.
 *
 * @throws {NotTried} when the panel says that its machine cannot tell.
 */
export async function readPayloadBytes(
  { get }: SuiteContext,
  id: string,
  options?: SendOptions,
): Promise<Exchange & { readonly digest: string }> {
  const exchange = await get(purposePath(id, "payload"), options);
  if (
    exchange.status === 503 &&
    exchange.text.includes(problemType("not-available-here"))
  ) {
    throw new NotTried(`This machine cannot tell the payload of ${id}.`);
  }
  readWhole(exchange, () => expectStatus(exchange, 200));
  return { ...exchange, digest: await digest(exchange.bytes) };
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** RFC 9562 § 5.4: random. */
export const uuid4 =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Every UUID in a text, each once. */
export function uuidsIn(text: string): readonly string[] {
  return [...new Set(text.match(uuid) ?? [])];
}
