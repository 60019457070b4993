/**
 * The tables of version 1, in a schema of their own. Entries are append-only: what can leave
 * them is bytes, with the UUID that they hold; names stand apart, so that they can be erased
 * (GDPR Art. 17). No statistics are kept of columns that could hold a UUID or a name: ANALYZE
 * copies values of a column into a catalog, from which no deletion would take them.
 */
export function schemaOf(schema: string): string {
  return `
  CREATE TABLE ${schema}.store (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch text NOT NULL,
    counter bigint NOT NULL DEFAULT 0,
    number bigint,
    head text,
    traces_left bigint NOT NULL DEFAULT 0,
    traces_gone bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE ${schema}.purpose (
    id text PRIMARY KEY,
    state text NOT NULL DEFAULT 'null',
    decided_by text
  );
  CREATE TABLE ${schema}.item (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    purpose text NOT NULL,
    id text NOT NULL,
    uuid text,
    data text NOT NULL,
    bytes bytea NOT NULL,
    UNIQUE (purpose, id)
  );
  CREATE TABLE ${schema}.entry (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    log text NOT NULL,
    purpose text NOT NULL,
    ends text,
    uuid text,
    data text NOT NULL,
    bytes bytea
  );
  CREATE INDEX entry_by_end ON ${schema}.entry (ends) WHERE ends IS NOT NULL;
  CREATE INDEX entry_by_log ON ${schema}.entry (log, number) WHERE ends IS NULL;
  CREATE INDEX entry_by_uuid ON ${schema}.entry (uuid) WHERE uuid IS NOT NULL;
  CREATE TABLE ${schema}.name (
    entry text PRIMARY KEY,
    person text NOT NULL,
    name text NOT NULL,
    salt text NOT NULL
  );
  CREATE TABLE ${schema}.open_send (
    lane text PRIMARY KEY,
    entry text NOT NULL UNIQUE,
    item text NOT NULL,
    purpose text NOT NULL,
    since timestamptz NOT NULL,
    owner integer NOT NULL
  );
  CREATE TABLE ${schema}.replica (
    session integer PRIMARY KEY,
    standing text NOT NULL
  );
  CREATE TABLE ${schema}.policy_text (
    digest text PRIMARY KEY,
    markdown text NOT NULL
  );
  CREATE TABLE ${schema}.purge_probe (mark integer);

  ALTER TABLE ${schema}.purpose ALTER state SET STATISTICS 0;
  ALTER TABLE ${schema}.item
    ALTER uuid SET STATISTICS 0, ALTER data SET STATISTICS 0, ALTER bytes SET STATISTICS 0;
  ALTER TABLE ${schema}.entry
    ALTER uuid SET STATISTICS 0, ALTER data SET STATISTICS 0, ALTER bytes SET STATISTICS 0;
  ALTER TABLE ${schema}.name
    ALTER person SET STATISTICS 0, ALTER name SET STATISTICS 0, ALTER salt SET STATISTICS 0;
  ALTER TABLE ${schema}.open_send ALTER lane SET STATISTICS 0;

  CREATE FUNCTION ${schema}.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'The log is append-only.'; END $$;
  CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON ${schema}.entry
    FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse_rewriting();
  CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON ${schema}.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_rewriting();
  CREATE TRIGGER entry_is_never_rewritten
    BEFORE UPDATE OF number, id, log, purpose, ends, data ON ${schema}.entry
    FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse_rewriting();
  CREATE TRIGGER entry_only_loses_bytes BEFORE UPDATE OF uuid, bytes ON ${schema}.entry
    FOR EACH ROW WHEN (NEW.uuid IS NOT NULL OR NEW.bytes IS NOT NULL)
    EXECUTE FUNCTION ${schema}.refuse_rewriting();
`;
}
