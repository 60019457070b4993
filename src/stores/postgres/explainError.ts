import { LaneTaken } from "../../panel/store/panelStore.ts";
import { StoreError, type StoreErrorParts } from "../../panel/store/storeError.ts";

type Explanation = Pick<StoreErrorParts, "reason" | "why" | "remedy">;

const notReached: Explanation = {
  reason: "unreachable",
  why: "The database server cannot be reached.",
  remedy:
    "Look whether it runs, and whether its address is right; the panel then goes on by itself.",
};

const ended: Explanation = {
  reason: "unreachable",
  why: "The connection to the database server was lost.",
  remedy: "Look whether the server runs; the panel then goes on by itself.",
};

const late: Explanation = {
  reason: "unreachable",
  why: "The database server did not answer in time.",
  remedy:
    "Look whether it runs, and in pg_stat_activity what holds the panel's tables; the panel then goes on by itself.",
};

const busy: Explanation = {
  reason: "in-use",
  why: "Something else has held the panel's tables locked for too long.",
  remedy: "Try again; if it lasts, look in pg_stat_activity what holds them.",
};

const otherTables: Explanation = {
  reason: "newer",
  why: "The tables are not those that this version of the panel knows.",
  remedy: "Start the version of the panel that made them.",
};

/**
 * By SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html), its class, or the code
 * of errno(3).
 */
const explanations: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: notReached,
  ENOTFOUND: notReached,
  EAI_AGAIN: notReached,
  ENOENT: notReached,
  EHOSTUNREACH: notReached,
  ETIMEDOUT: notReached,
  ECONNRESET: ended,
  LATE: late,
  EPIPE: ended,
  "08": ended,
  "57P01": ended,
  "57P02": ended,
  "57P03": {
    reason: "unreachable",
    why: "The database server is starting or stopping.",
    remedy: "Wait until it runs; the panel then goes on by itself.",
  },
  "25P03": ended,
  "25P04": ended,
  "28": {
    reason: "failed",
    why: "The database server does not let this user in.",
    remedy: "Look at the user's name and password, and at pg_hba.conf.",
  },
  "3D000": {
    reason: "failed",
    why: "There is no database of that name.",
    remedy: "Make it with createdb, or name another.",
  },
  "42501": {
    reason: "read-only",
    why: "The database user may not do that.",
    remedy:
      "Make it the owner of the schema and its tables, or let it make a schema (GRANT CREATE ON DATABASE).",
  },
  "25006": {
    reason: "read-only",
    why: "The database takes no changes: it is a standby, or set to read-only.",
    remedy: "Name the primary server.",
  },
  "42P01": otherTables,
  "42703": otherTables,
  "3F000": otherTables,
  "53100": {
    reason: "full",
    why: "The database server's disk is full.",
    remedy: "Make room on it; the panel then goes on by itself.",
  },
  "53300": {
    reason: "unreachable",
    why: "The database server takes no more connections.",
    remedy: "Raise max_connections, or end what uses them.",
  },
  "55P03": busy,
  "40P01": busy,
};

const wordsWithoutCode: readonly (readonly [RegExp, string])[] = [
  [/timeout/i, "LATE"],
  [/^SASL/, "28"],
  [/connection|not queryable/i, "ECONNRESET"],
];

/** Says in words what PostgreSQL or the network has run into; the rest stays as it is. */
export function explainError(what: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof StoreError || error instanceof LaneTaken) return error;
  const code = codeOf(error);
  const explanation = explanations[code] ?? explanations[code.slice(0, 2)];
  return explanation ? new StoreError({ what, ...explanation, cause: error }) : error;
}

/** What pg itself says, such as of a connection that was not made, has words and no code. */
function codeOf(error: Error): string {
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string") return code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) {
    return codeOf(error.errors[0]);
  }
  return wordsWithoutCode.find(([words]) => words.test(error.message))?.[1] ?? "";
}
