import { buildReceipt } from "../../../../contract/buildReceipt.ts";
import type { DecisionRecord } from "../../../../contract/decisionRecord.ts";
import type { Receipt } from "../../../../contract/receipt.ts";
import { receiptEvent } from "../../../../contract/receipt.ts";
import { digestPath } from "../../../../payload/digest.ts";
import { findRevision } from "../../../../policy/revisions.ts";
import { type Expect, stateRule } from "../../defineRules.ts";
import { parseBody } from "../../parseBody.ts";
import type { PanelSnapshot } from "../../snapshot/panelSnapshot.ts";
import type { SuiteContext } from "../../suiteContext.ts";

const parts: readonly {
  readonly id: string;
  readonly title: string;
  readonly remedy: string;
  readonly members: readonly (keyof Receipt)[];
}[] = [
  {
    id: "receipt-who",
    title: "A receipt says who decided, when, and by which way",
    remedy: "Take them from the entry.",
    members: ["@id", "kt:event", "dpv:isIndicatedBy", "dpv:isIndicatedAtTime", "kt:via"],
  },
  {
    id: "receipt-status",
    title: "A receipt says whether consent is given, refused or withdrawn",
    remedy: "Take it from the event; of a deletion say nothing.",
    members: ["dpv:hasConsentStatus"],
  },
  {
    id: "receipt-seen",
    title: "A receipt says which words and bytes were seen, of the grant that it ends",
    remedy:
      "Take revision, language, text and digests from the entry of the grant or refusal.",
    members: ["dpv:hasNotice", "kt:seen"],
  },
  {
    id: "receipt-process",
    title: "A receipt says which purpose, which data, and of a deletion that it is done",
    remedy: "Take them from the policy and the entry.",
    members: ["dpv:hasProcess"],
  },
  {
    id: "receipt-ends",
    title: "The receipt of a withdrawal or a deletion names the grant that it ends",
    remedy: "Keep the entry of the grant with what ends it.",
    members: ["dct:references"],
  },
  {
    id: "receipt-place",
    title: "A receipt has its entry's place in the chain",
    remedy: "Take number, head and epoch from the entry and the store.",
    members: ["kt:chain"],
  },
  {
    id: "receipt-deletion",
    title: "The receipt of a deletion says what its entry says of copies and signature",
    remedy: "Take erasure and signature from the entry.",
    members: ["kt:erasure", "kt:signature", "kt:signedAnswer"],
  },
];

async function compare(
  state: PanelSnapshot,
  record: DecisionRecord,
  members: readonly (keyof Receipt)[],
  expect: Expect,
  context: SuiteContext,
): Promise<void> {
  const exchange = state.receipts.get(record.id);
  if (!receiptEvent(record.event) || exchange?.status !== 200) return;
  const found = parseBody(exchange);
  if (typeof found !== "object" || found === null) return;
  const ended = endedBy(state, record, found);
  if (ended === "unknown") return;
  const { revision, textDigest, textKnown, language } = ended ?? record;
  const { policy } = context.contract;
  const current = language && state.policy.value?.texts[language];
  const isCurrent = textKnown === true && current && current.digest === textDigest;
  const text = isCurrent ? await readText(context, textDigest ?? "") : undefined;
  const epoch = state.purposes.value?.store.epoch;
  const known = revision === null ? undefined : findRevision(policy, revision);
  const expected = buildReceipt({ record, ended, policy: known ?? policy, text, epoch });
  for (const name of members) {
    const own = Reflect.get(found, name);
    const right = contains(own, expected[name], textKnown === true && !isCurrent);
    const shown = JSON.stringify(expected[name])?.slice(0, 600) ?? "nothing";
    expect(exchange, right, `${name}: ${shown}.`);
  }
}

/** The grant that an entry ends: the newest before it of that purpose. */
function endedBy(
  { history }: PanelSnapshot,
  { id, event, purpose, at }: DecisionRecord,
  found: object,
): DecisionRecord | undefined | "unknown" {
  if (event !== "withdrawn" && event !== "deletion-confirmed") return undefined;
  const entries = history.value?.entries ?? [];
  const older = entries.slice(entries.findIndex((one) => one.id === id) + 1);
  const grants = older.filter(
    (one) => one.purpose === purpose && one.event === "granted" && one.at <= at,
  );
  if (event === "withdrawn") return grants[0] ?? "unknown";
  const named = JSON.stringify(Reflect.get(found, "dct:references") ?? "");
  return grants.find((one) => named.includes(one.id)) ?? grants[0] ?? "unknown";
}

async function readText(
  { get }: SuiteContext,
  digest: string,
): Promise<string | undefined> {
  const { status, text } = await get(`policy/texts/${digestPath(digest)}`);
  return status === 200 ? text : undefined;
}

/** Whether a value has all that is expected; it may have more, but nothing where nothing is expected. */
function contains(value: unknown, expected: unknown, mayHaveText: boolean): boolean {
  if (expected === undefined) return value === undefined || value === null;
  if (typeof expected !== "object" || expected === null) return value === expected;
  if (typeof value !== "object" || value === null) return false;
  const isSame = Object.entries(expected).every(([name, one]) =>
    contains(Reflect.get(value, name), one, mayHaveText),
  );
  const isSilent = mayHaveText || "kt:text" in expected || !("kt:text" in value);
  return isSame && isSilent;
}

export const receiptParts = parts.map(({ members, ...words }) =>
  stateRule(
    {
      ...words,
      section: "docs/export.md#a-receipt",
      occasion: "an entry with a receipt, such as consent makes",
    },
    async (state, expect, context) => {
      for (const entry of state.history.value?.entries ?? []) {
        await compare(state, entry, members, expect, context);
      }
    },
  ),
);
