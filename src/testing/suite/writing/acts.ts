import type { Decision } from "../../../contract/decision.ts";
import type { DecisionRequest } from "../../../contract/decisionRequest.ts";
import { problemType } from "../../../contract/problem.ts";
import { knownStatus, transitions } from "../../../contract/transitions.ts";
import type { Language } from "../../../policy/language.ts";
import { NotTried } from "../contractPromise.ts";
import type { Exchange } from "../exchange.ts";
import { BrokenPromise } from "../exchange.ts";
import { expectJson, expectStrongTag, expectThat } from "../expectations.ts";
import {
  purposePath,
  readDecision,
  readPayloadBytes,
  readPolicy,
  readPurpose,
} from "../panelReading.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";

/** A decision as a write left it. */
export interface Decided {
  readonly exchange: Exchange;
  readonly decision: Decision;
  readonly etag: string;
}

type Grant = Extract<DecisionRequest, { decision: "granted" }>;
type Refusal = Extract<DecisionRequest, { decision: "refused" }>;

/** What a person who looks now would send, bound to what the panel states. */
export async function prepare(
  context: SuiteContext,
  id: string,
  language: Language = "de",
): Promise<{
  readonly decision: Decision;
  readonly etag: string;
  readonly grant: Grant;
  readonly refusal: Refusal;
}> {
  const { policy } = await readPolicy(context);
  const { decision, etag } = await readDecision(context, id);
  const payload = await readPayloadBytes(context, id);
  const text = {
    revision: policy.revision,
    language,
    textDigest: policy.texts[language].digest,
  };
  return {
    decision,
    etag,
    grant: { decision: "granted", ...text, payloadDigest: payload.digest },
    refusal: { decision: "refused", ...text },
  };
}

/** Sends a PUT; a tag of null sends no `If-Match`. */
export function put(
  { send }: SuiteContext,
  id: string,
  etag: string | null,
  request: unknown,
  { headers, ...options }: SendOptions = {},
): Promise<Exchange> {
  return send("PUT", purposePath(id, "decision"), {
    body: typeof request === "string" ? request : JSON.stringify(request),
    headers: { "If-Match": etag, ...headers },
    ...options,
  });
}

export function remove(
  { send }: SuiteContext,
  id: string,
  options?: SendOptions,
): Promise<Exchange> {
  return send("DELETE", purposePath(id, "decision"), options);
}

/** Reads the answer of a write that must have worked. */
export function readDecided(
  { contract }: SuiteContext,
  exchange: Exchange,
  ...statuses: number[]
): Decided {
  const decision = expectJson(exchange, contract.decision, ...statuses);
  return { exchange, decision, etag: expectStrongTag(exchange) };
}

/** @throws {NotTried} while sending is locked, when every grant is answered with that. */
export async function requireUnlocked(context: SuiteContext, id: string): Promise<void> {
  const { activity } = await readPurpose(context, id);
  if (activity.lock !== null) throw new NotTried(`${id} is locked (${activity.lock}).`);
}

/**
 * Gives consent to what the panel shows now; once more if the payload moved meanwhile.
 *
 * @throws {NotTried} while sending is locked.
 */
export async function grant(
  context: SuiteContext,
  id: string,
  language: Language = "de",
): Promise<Decided & { readonly seen: Grant }> {
  await requireUnlocked(context, id);
  for (let attempt = 0; ; attempt += 1) {
    const { etag, grant: seen } = await prepare(context, id, language);
    const exchange = await put(context, id, etag, seen);
    const moved = exchange.text.includes(problemType("payload-changed"));
    if (exchange.status === 409 && moved && attempt < 2) continue;
    const decided = readDecided(context, exchange);
    expectThat(exchange, decided.decision.status === "granted", "The status granted.");
    return { ...decided, seen };
  }
}

/** Gives consent unless it is given. */
export async function ensureGranted(context: SuiteContext, id: string): Promise<Decided> {
  const found = await readDecision(context, id);
  return found.decision.status === "granted" ? found : grant(context, id);
}

/** Withdraws, and finds what the table of states says. */
export async function withdraw(
  context: SuiteContext,
  id: string,
  options?: SendOptions,
): Promise<Decided> {
  const before = await readDecision(context, id);
  const exchange = await remove(context, id, options);
  const decided = readDecided(context, exchange, 200, 202);
  const status = knownStatus(before.decision.status);
  const expected = status && transitions[status].withdraw;
  const found = decided.decision.status;
  expectThat(exchange, found === expected, `The status ${expected}.`);
  return decided;
}

/** @throws {BrokenPromise} if the decision is another than before `cause`. */
export async function expectUnchanged(
  context: SuiteContext,
  id: string,
  before: string,
  cause: Exchange,
): Promise<void> {
  const { etag, decision, exchange } = await readDecision(context, id);
  if (etag === before) return;
  const { method, headers } = cause.request;
  throw new BrokenPromise(
    `${id} as before (ETag ${before}). After ${method} with ${JSON.stringify(headers)} it is ${decision.status} (ETag ${etag}).`,
    cause.request,
    { status: cause.status, headers: {}, body: exchange.text },
  );
}
