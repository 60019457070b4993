import type { Database } from "better-sqlite3";
import type { DecisionRecord } from "../../../contract/decisionRecord.ts";

/** The tables from before the schema had a version, in no order that matters. */
const tables = [
  "purpose",
  "decision_log",
  "deletion_link",
  "outbox_item",
  "transmission",
  "calendar",
  "policy_text",
  "session",
] as const;

export interface DecisionRow {
  readonly number: number;
  readonly id: string;
  readonly purpose: string;
  readonly event: DecisionRecord["event"];
  readonly at: string;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly revision: string | null;
  readonly language: string | null;
  readonly text_digest: string | null;
  readonly payload_digest: string | null;
  readonly payload: Uint8Array | null;
  readonly payload_pseudonym: string | null;
}

export interface PurposeRow {
  readonly id: string;
  readonly sequence: number;
  readonly status: string;
  readonly at: string | null;
  readonly by_id: string | null;
  readonly revision: string | null;
  readonly language: string | null;
  readonly text_digest: string | null;
  readonly payload_digest: string | null;
  readonly pseudonym: string | null;
}

export interface ItemRow {
  readonly sequence: number;
  readonly id: string;
  readonly purpose: string;
  readonly kind: string;
  readonly pseudonym: string | null;
  readonly body: Uint8Array | null;
  readonly queued_at: string;
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  readonly confirmed_at: string | null;
  readonly deleted: number | null;
}

export interface TransmissionRow {
  readonly sequence: number;
  readonly id: string;
  readonly item: string;
  readonly purpose: string;
  readonly kind: string;
  readonly pseudonym: string | null;
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly size: number;
  readonly digest: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly tls: string | null;
  readonly body: Uint8Array | null;
}

/** All that such a folder keeps but its sessions; each list is oldest first. */
export interface Unversioned {
  readonly purposes: readonly PurposeRow[];
  readonly decisions: readonly DecisionRow[];
  /** Which request, by its number in the history, a confirmation there answers. */
  readonly links: readonly {
    readonly requested: number;
    readonly confirmed: number | null;
  }[];
  readonly items: readonly ItemRow[];
  readonly transmissions: readonly TransmissionRow[];
  readonly calendar: readonly {
    readonly purpose: string;
    readonly granted_at: string;
    readonly next_at: string;
  }[];
  readonly texts: readonly { readonly digest: string; readonly markdown: string }[];
}

/** Takes everything out of the tables, and the tables out of the database. */
export function takeRows(database: Database): Unversioned {
  const present = tableNames(database);
  const all = <Row>(table: (typeof tables)[number]): Row[] =>
    present.includes(table)
      ? database.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY 1`).all()
      : [];
  const rows: Unversioned = {
    purposes: all("purpose"),
    decisions: all("decision_log"),
    links: all("deletion_link"),
    items: all("outbox_item"),
    transmissions: all("transmission"),
    calendar: all("calendar"),
    texts: all("policy_text"),
  };
  for (const table of tables) database.exec(`DROP TABLE IF EXISTS ${table}`);
  return rows;
}

/** Whether a database without a version is a panel's, or has nothing in it yet. */
export function isOfPanel(database: Database): boolean {
  const names = tableNames(database);
  return names.length === 0 || names.includes("purpose");
}

function tableNames(database: Database): string[] {
  return database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
}
