import {
  type Decision,
  type DecisionEvent,
  type DecisionStatus,
  decisionTag,
  type Person,
  transitions,
} from "../../src/contract/index.ts";
import type { Language } from "../../src/policy/index.ts";
import {
  type ConsentActivity,
  coversRevision,
  type Policy,
} from "../../src/policy/index.ts";
import { type Store, vanish } from "./database.ts";
import type { DecisionLog, LogEntry } from "./decisionLog.ts";
import type { Payload } from "./payloads.ts";
import { ProblemError } from "./problemError.ts";

/** What a person saw when deciding. */
export interface Seen {
  readonly revision: string;
  readonly language: Language;
  readonly textDigest: string;
  readonly payloadDigest: string | null;
}

/** What a decision sets in motion; called within its transaction. */
export interface DecisionEffects {
  readonly granted: (purpose: string) => void;
  readonly stopped: (purpose: string) => void;
  readonly withdrawn: (purpose: string, pseudonym: string | null) => void;
}

interface Row {
  readonly id: string;
  readonly sequence: number;
  readonly status: DecisionStatus;
  readonly at: string | null;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly revision: string | null;
  readonly language: Language | null;
  readonly text_digest: string | null;
  readonly payload_digest: string | null;
  readonly pseudonym: string | null;
}

export interface Purpose {
  readonly decision: Decision;
  readonly etag: string;
  readonly pseudonym: string | null;
}

/** The decisions of a panel: every change is one transaction along the table of states. */
export function createDecisions(
  store: Store,
  log: DecisionLog,
  purposeIds: readonly string[],
  now: () => Date,
  effects: DecisionEffects,
) {
  const select = store.prepare<[string], Row>("SELECT * FROM purpose WHERE id = ?");
  const insert = store.prepare(
    "INSERT OR IGNORE INTO purpose (id, sequence, status) VALUES (?, 0, 'undecided')",
  );
  const update = store.prepare(
    `UPDATE purpose SET sequence = sequence + 1, status = @status, at = @at, by_id = @byId,
       by_name = @byName, revision = @revision, language = @language,
       text_digest = @textDigest, payload_digest = @payloadDigest, pseudonym = @pseudonym
     WHERE id = @id`,
  );

  for (const id of purposeIds) insert.run(id);

  const read = (id: string): Row => {
    const row = select.get(id);
    if (!row) throw new RangeError(`The store has no purpose "${id}".`);
    return row;
  };

  const follow = (row: Row, event: DecisionEvent): DecisionStatus => {
    const next = transitions[row.status][event];
    if (next === "withdraw-instead") throw new ProblemError("withdraw-instead");
    return next;
  };

  const decide = (row: Row, status: DecisionStatus, by: Person, seen: Seen | null) =>
    update.run({
      id: row.id,
      status,
      at: now().toISOString(),
      byId: by.id,
      byName: by.name,
      revision: seen?.revision ?? null,
      language: seen?.language ?? null,
      textDigest: seen?.textDigest ?? null,
      payloadDigest: seen?.payloadDigest ?? null,
      pseudonym: null,
    });

  const record = (
    row: Row,
    event: LogEntry["event"],
    entry: Omit<LogEntry, "purpose" | "event" | "at">,
  ) => log.append({ purpose: row.id, event, at: now().toISOString(), ...entry });

  const setPseudonym = store.prepare("UPDATE purpose SET pseudonym = ? WHERE id = ?");
  const setStatus = store.prepare(
    "UPDATE purpose SET sequence = sequence + 1, status = ? WHERE id = ?",
  );

  return {
    read: (id: string): Purpose => purpose(read(id)),

    /** Turns down a request that is stale already, before anything is made for it. */
    requireMatch: (id: string, ifMatch: string): void => requireMatch(read(id), ifMatch),

    /**
     * Grants, if `ifMatch` still names the decision and `agree` (given the pseudonym of the
     * payload that was seen) returns the agreed payload and does not object. A pseudonym is made here and nowhere else.
     */
    grant(
      activity: ConsentActivity,
      ifMatch: string,
      by: Person,
      seen: Seen,
      agree: (pseudonym: string | null) => Payload,
    ): Purpose {
      return store
        .transaction(() => {
          const row = read(activity.id);
          requireMatch(row, ifMatch);
          const agreed = agree(row.pseudonym);
          decide(row, follow(row, "grant"), by, seen);
          const agreedPseudonym = row.pseudonym;
          record(row, "granted", { by, ...seen, agreed, agreedPseudonym });
          if (activity.identification === "pseudonym") {
            setPseudonym.run(row.pseudonym ?? crypto.randomUUID(), row.id);
          }
          effects.granted(row.id);
          return purpose(read(row.id));
        })
        .immediate();
    },

    /** Records a refusal, if `ifMatch` still names the decision. */
    refuse(id: string, ifMatch: string, by: Person, seen: Seen): Purpose {
      return store
        .transaction(() => {
          const row = read(id);
          requireMatch(row, ifMatch);
          decide(row, follow(row, "refuse"), by, seen);
          record(row, "refused", { by, ...seen });
          effects.stopped(id);
          return purpose(read(id));
        })
        .immediate();
    },

    /**
     * Withdraws, from any state. The sequence counts on each time, so that a grant that
     * was overtaken on the way arrives stale; the pseudonym is gone when this returns.
     */
    withdraw(id: string, by: Person): Purpose {
      const result = store
        .transaction(() => {
          const row = read(id);
          const status = follow(row, "withdraw");
          if (status === row.status) setStatus.run(status, id);
          else {
            decide(row, status, by, null);
            record(row, "withdrawn", { by });
            if (row.pseudonym !== null) {
              log.requestDeletion(id, row.pseudonym, now().toISOString());
            }
            effects.withdrawn(id, row.pseudonym);
          }
          return purpose(read(id));
        })
        .immediate();
      vanish(store);
      return result;
    },

    /** Makes grants outdated that a later, material revision does not cover. */
    revise(policy: Policy): void {
      store
        .transaction(() => {
          for (const row of purposeIds.map(read)) {
            if (row.status !== "granted") continue;
            if (row.revision !== null && coversRevision(row.revision, policy)) continue;
            setStatus.run(follow(row, "revise"), row.id);
            record(row, "outdated", { revision: policy.revision.id });
          }
        })
        .immediate();
    },
  };
}

export type Decisions = ReturnType<typeof createDecisions>;

function requireMatch(row: Row, ifMatch: string): void {
  if (ifMatch !== decisionTag(row.sequence)) throw new ProblemError("decision-changed");
}

function purpose(row: Row): Purpose {
  return {
    etag: decisionTag(row.sequence),
    pseudonym: row.pseudonym,
    decision: {
      status: row.status,
      sequence: row.sequence,
      at: row.at,
      by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? row.by_id },
      revision: row.revision,
      language: row.language,
      textDigest: row.text_digest,
      payloadDigest: row.payload_digest,
    },
  };
}
