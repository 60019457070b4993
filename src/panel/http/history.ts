import { buildReceipt } from "../../contract/buildReceipt.ts";
import { pageSize } from "../../contract/pageOf.ts";
import { receiptEvent } from "../../contract/receipt.ts";
import { digestPath } from "../../payload/digest.ts";
import { findRevision } from "../../policy/revisions.ts";
import { describeDecisionEntry, describeTransmission } from "../rules/describeEntry.ts";
import { decisionEntry } from "../rules/entrySchemas.ts";
import type { Problem } from "../rules/problem.ts";
import { isProblem } from "../rules/problem.ts";
import type { Log, PanelStore, StoredEntry } from "../store/panelStore.ts";
import { type Answer, bytesAnswer, contentTag, jsonAnswer } from "./answers.ts";
import type { SignedInHandler } from "./handler.ts";

/** `GET /decisions`: newest first. */
export const getDecisions: SignedInHandler = async ({ context, query }) => {
  const page = await readPage(context.store, "decision", query);
  if (isProblem(page)) return page;
  return jsonAnswer({ ...page, entries: page.entries.map(describeDecisionEntry) });
};

/** `GET /transmissions`: every attempt, newest first. */
export const getTransmissions: SignedInHandler = async ({ context, query }) => {
  const page = await readPage(context.store, "transmission", query);
  if (isProblem(page)) return page;
  const { purposes } = await context.store.read();
  const items = Object.values(purposes).flatMap((purpose) => purpose.items);
  const entries = page.entries.map((entry) => describeTransmission(entry, items));
  return jsonAnswer({ ...page, entries });
};

/** `GET /decisions/{id}/payload`: the bytes that a grant agreed to. */
export const getDecisionPayload: SignedInHandler = async ({ context, parts }) => {
  const entry = await context.store.find("decision", parts.id ?? "");
  if (!entry) return { problem: "not-found" };
  return entryBytes(entry, decisionEntry.parse(entry.data).payloadDigest !== null);
};

/** `GET /transmissions/{id}/body`: the exact bytes of one attempt. */
export const getTransmissionBody: SignedInHandler = async ({ context, parts }) => {
  const entry = await context.store.find("transmission", parts.id ?? "");
  return entry ? entryBytes(entry, true) : { problem: "not-found" };
};

/** `GET /receipts/{id}`: made anew each time, for the log has all that it tells. */
export const getReceipt: SignedInHandler = async ({ context, parts }) => {
  const { store, contract } = context;
  const entry = await store.find("decision", parts.id ?? "");
  if (!entry) return { problem: "not-found" };
  const record = describeDecisionEntry(entry);
  if (!receiptEvent(record.event)) return { problem: "not-found" };
  const endedId = decisionEntry.parse(entry.data).ended;
  const endedEntry = endedId === null ? undefined : await store.find("decision", endedId);
  const ended = endedEntry && describeDecisionEntry(endedEntry);
  const { revision, textDigest } = ended ?? record;
  const known = revision === null ? undefined : findRevision(contract.policy, revision);
  const text = textDigest === null ? undefined : await store.text(digestPath(textDigest));
  const { epoch } = (await store.read()).store;
  const receipt = buildReceipt({
    ...{ record, ended, policy: known ?? contract.policy, text, epoch },
  });
  return jsonAnswer(receipt, { type: "application/ld+json" });
};

/** One page with the cursor of the next: the number of its last entry. */
async function readPage(
  store: PanelStore,
  log: Log,
  query: URLSearchParams,
): Promise<
  Problem | { readonly entries: readonly StoredEntry[]; readonly next: string | null }
> {
  const after = query.get("after");
  if (after !== null && !/^\d{1,15}$/.test(after)) {
    return {
      problem: "malformed-body",
      detail: "Give `after` the `next` of the page before.",
    };
  }
  const before = after === null ? undefined : Number(after);
  const found = await store.page(log, pageSize + 1, before);
  const entries = found.slice(0, pageSize);
  const last = entries.at(-1);
  return {
    entries,
    next: found.length > pageSize && last ? String(last.number) : null,
  };
}

function entryBytes({ bytes }: StoredEntry, hadBytes: boolean): Answer | Problem {
  if (bytes) return bytesAnswer(bytes, { ETag: contentTag(bytes) });
  return { problem: hadBytes ? "gone" : "not-found" };
}
