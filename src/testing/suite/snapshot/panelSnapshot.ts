import * as z from "zod/mini";
import type {
  Decisions,
  Purposes,
  Transmissions,
} from "../../../contract/createContract.ts";
import { endpointPath } from "../../../contract/paths.ts";
import type { PolicyResource } from "../../../contract/policyResource.ts";
import type { Exchange } from "../exchange.ts";
import { purposePath } from "../panelReading.ts";
import { parseBody } from "../parseBody.ts";
import type { SuiteContext } from "../suiteContext.ts";

/** What was answered, and what it says, if it is what the contract has. */
interface ParsedAnswer<Value> {
  readonly exchange: Exchange;
  readonly value: Value | undefined;
}

/** All that a panel tells, as of one moment if it is still. */
export interface PanelSnapshot {
  /** Whether nothing moved while it was read. */
  readonly isStill: boolean;
  readonly policy: ParsedAnswer<PolicyResource>;
  readonly purposes: ParsedAnswer<Purposes>;
  readonly history: ParsedAnswer<Decisions>;
  readonly log: ParsedAnswer<Transmissions>;
  /** By purpose. */
  readonly decisions: ReadonlyMap<string, Exchange>;
  readonly payloads: ReadonlyMap<string, Exchange>;
  /** By entry, of the newest. */
  readonly agreed: ReadonlyMap<string, Exchange>;
  readonly receipts: ReadonlyMap<string, Exchange>;
  readonly bodies: ReadonlyMap<string, Exchange>;
}

/** So many of the newest entries are opened. */
const newest = { decisions: 8, transmissions: 6 } as const;

/** What moves by itself, such as a deletion, may move while it is read. */
const attempts = 5;

export async function readSnapshot(context: SuiteContext): Promise<PanelSnapshot> {
  for (let attempt = 1; ; attempt += 1) {
    const state = await readOnce(context);
    if (state.isStill || attempt === attempts) return state;
  }
}

async function readOnce({
  get,
  contract,
  activities,
}: SuiteContext): Promise<PanelSnapshot> {
  const ids = activities.map(({ id }) => id);
  const each = (part: "decision" | "payload") =>
    opened(ids, (id) => get(purposePath(id, part)));
  const [policy, purposes, decisions, payloads, history, log] = await Promise.all([
    get("/policy").then((exchange) => parseAnswer(exchange, contract.policyResource)),
    get("/purposes").then((exchange) => parseAnswer(exchange, contract.purposes)),
    each("decision"),
    each("payload"),
    get("/decisions").then((exchange) => parseAnswer(exchange, contract.decisions)),
    get("/transmissions").then((exchange) =>
      parseAnswer(exchange, contract.transmissions),
    ),
  ]);
  const entries = (history.value?.entries ?? []).slice(0, newest.decisions);
  const sent = (log.value?.entries ?? []).slice(0, newest.transmissions);
  const [agreed, receipts, bodies, after] = await Promise.all([
    opened(idsOf(entries), (id) => get(endpointPath("getDecisionPayload", { id }))),
    opened(idsOf(entries), (id) => get(endpointPath("getReceipt", { id }))),
    opened(idsOf(sent), (id) => get(endpointPath("getTransmissionBody", { id }))),
    get("/purposes").then((exchange) => parseAnswer(exchange, contract.purposes)),
  ]);
  const shown = (one: ParsedAnswer<Purposes>) =>
    JSON.stringify(one.value?.purposes ?? one.exchange.text);
  return {
    isStill: shown(purposes) === shown(after),
    ...{ policy, purposes, decisions, payloads, history, log, agreed, receipts, bodies },
  };
}

/** Every answer of a state. */
export function exchangesOf(state: PanelSnapshot): readonly Exchange[] {
  const { policy, purposes, history, log, ...rest } = state;
  const { decisions, payloads, agreed, receipts, bodies } = rest;
  return [
    ...[policy, purposes, history, log].map(({ exchange }) => exchange),
    ...[decisions, payloads, agreed, receipts, bodies].flatMap((map) => [
      ...map.values(),
    ]),
  ];
}

export function parseAnswer<Schema extends z.core.$ZodType>(
  exchange: Exchange,
  schema: Schema,
): ParsedAnswer<z.infer<Schema>> {
  const read =
    exchange.status === 200 ? z.safeParse(schema, parseBody(exchange)) : undefined;
  return { exchange, value: read?.success ? read.data : undefined };
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

async function opened(ids: readonly string[], open: (id: string) => Promise<Exchange>) {
  const found = await Promise.all(ids.map(async (id) => [id, await open(id)] as const));
  return new Map(found);
}
