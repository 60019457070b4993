/**
 * The first key of an advisory lock says what it is about; the second is the number of a
 * session, or of the schema, so that two panels in one database do not meet.
 */
export const locks = {
  /** Held while a session lives. */
  session: 0x4b54_0001,
  /** Held by the one replica that sends. */
  sender: 0x4b54_0002,
  /** Held while deleted data are taken out of the files. */
  purge: 0x4b54_0003,
} as const;

/** SQL of the number that a schema has in its database. */
export function numberOf(schema: string): string {
  return `'${schema.replaceAll("'", "''")}'::regnamespace::oid::bigint::bit(32)::integer`;
}

/** SQL that is true while the session of that number lives. */
export function isAlive(session: string): string {
  return `EXISTS (
    SELECT 1 FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${locks.session}
      AND objid = (${session})::bit(32)::bigint::oid AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  )`;
}
