import {
  attemptEnd,
  attemptEntry,
  decisionEntry,
} from "../../../panel/rules/entrySchemas.ts";
import type { Entry } from "../../../panel/store/panelStore.ts";
import { digestPath } from "../../../payload/digest.ts";
import type { DecisionRow, TransmissionRow, Unversioned } from "./rows.ts";
import { grantBefore } from "./toPurpose.ts";

export interface AdoptedEntry extends Entry {
  readonly purpose: string;
}

/**
 * Both logs as one, each in its own order, whatever the clock did meanwhile. An attempt's
 * end had no time of its own and gets that of its beginning, which it follows.
 */
export function toEntries(all: Unversioned, uuid: () => string): AdoptedEntry[] {
  const entries: AdoptedEntry[] = [];
  let [decided, sent] = [0, 0];
  for (;;) {
    const decision = all.decisions[decided];
    const transmission = all.transmissions[sent];
    if (decision && (!transmission || decision.at <= transmission.at)) {
      entries.push(toDecisionEntry(decision, all, uuid));
      decided += 1;
    } else if (transmission) {
      entries.push(...toAttempt(transmission, uuid));
      sent += 1;
    } else return entries;
  }
}

function toDecisionEntry(
  row: DecisionRow,
  all: Unversioned,
  uuid: () => string,
): AdoptedEntry {
  const { id, purpose, event, at, revision, language } = row;
  const { text_digest: textDigest, payload_digest: payloadDigest, by_id, by_name } = row;
  const isKnown = (digest: string) =>
    all.texts.some((text) => text.digest === digestPath(digest));
  return {
    ...{ id, purpose, log: "decision" },
    data: decisionEntry.parse({
      ...{ event, at, revision, language, textDigest, payloadDigest },
      textKnown: textDigest === null ? null : isKnown(textDigest),
      ...{ via: null, seen: null },
      ended: endedBy(row, all),
    }),
    ...(by_id === null
      ? {}
      : { by: { id: by_id, name: by_name ?? by_id, salt: uuid() } }),
    ...bytesOf(row.payload, row.payload_pseudonym),
  };
}

/** The grant that an entry ends; a confirmation ends the one that its request did. */
function endedBy(
  { purpose, event, number }: DecisionRow,
  { decisions, links }: Unversioned,
): string | null {
  switch (event) {
    case "withdrawn":
    case "deletion-requested":
      return grantBefore(decisions, purpose, number);
    case "deletion-confirmed": {
      const request = links.find(({ confirmed }) => confirmed === number)?.requested;
      return grantBefore(decisions, purpose, request ?? number);
    }
    default:
      return null;
  }
}

function toAttempt(row: TransmissionRow, uuid: () => string): AdoptedEntry[] {
  const { id, item, purpose, kind, at, method, url, size, digest } = row;
  const { outcome, status, tls } = row;
  const begun: AdoptedEntry = {
    ...{ id, purpose, log: "transmission" },
    data: attemptEntry.parse({ kind, item, at, method, url, size, digest }),
    ...bytesOf(row.body, row.pseudonym),
  };
  if (outcome === "pending") return [begun];
  const data = attemptEnd.parse({
    ...{ at, outcome, status, signature: null },
    tls: tls ?? "not-reached",
  });
  return [begun, { id: uuid(), purpose, log: "transmission", ends: id, data }];
}

function bytesOf(
  bytes: Uint8Array | null,
  pseudonym: string | null,
): Pick<Entry, "bytes" | "uuid"> {
  return {
    ...(bytes ? { bytes: Uint8Array.from(bytes) } : {}),
    ...(pseudonym === null ? {} : { uuid: pseudonym }),
  };
}
