/**
 * Tables that hold all that contract 1 asks a panel to keep, for SQLite; docs/panel-api.md
 * shows them too. The kit's tables of transitions name their columns.
 */
export const storeSql = `CREATE TABLE store (              -- one row
  epoch TEXT NOT NULL,            -- the name of this store's life; a restored one gets another
  counter INTEGER NOT NULL        -- counts every change
);

CREATE TABLE policy_text (        -- kept for ever: it is what people agreed to
  digest TEXT PRIMARY KEY,        -- base64url, as in the address
  markdown TEXT NOT NULL
);

CREATE TABLE purpose (
  id TEXT PRIMARY KEY,
  status TEXT NOT NULL DEFAULT 'undecided',
  sequence INTEGER NOT NULL DEFAULT 0,
  at TEXT,
  by_id TEXT,
  by_name TEXT,
  revision TEXT,
  language TEXT,
  text_digest TEXT,
  payload_digest TEXT,
  via TEXT,
  seen TEXT,
  consent TEXT,                   -- the entry of the grant that stands
  pseudonym TEXT,                 -- the UUID, while granted or outdated
  attempted INTEGER NOT NULL DEFAULT 0, -- whether a send under the UUID was ever begun
  suspended TEXT,
  granted_at TEXT,                -- the day and time of the month of monthly reports
  next_at TEXT,                   -- when the next one is due
  last_sent_at TEXT,              -- when the last report that arrived was begun
  last_attempt_at TEXT,           -- of reports and erasures
  last_attempt_tls TEXT
);

CREATE TABLE decision_log (       -- append-only; only payloads and names leave it
  number INTEGER PRIMARY KEY,     -- the cursor of a page
  id TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL,
  event TEXT NOT NULL,
  at TEXT NOT NULL,
  by_id TEXT,
  by_name TEXT,
  revision TEXT,
  language TEXT,
  text_digest TEXT,
  text_known INTEGER,
  payload_digest TEXT,
  via TEXT,
  seen TEXT,
  ends TEXT,                      -- the grant that a withdrawal or a deletion ends
  erasure TEXT,                   -- of deletion-confirmed: store.erasure at that time
  payload BLOB,                   -- the bytes that were agreed to
  payload_pseudonym TEXT          -- the UUID in them, to find them when it goes
);

CREATE TABLE outbox (             -- what waits to be sent, oldest first
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- of an erasure: that of its deletion
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,             -- report, erasure
  pseudonym TEXT,                 -- the UUID in the body
  body BLOB NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT NOT NULL,
  attempt TEXT                    -- the newest one, in transmission
);

CREATE TABLE transmission (       -- append-only; only bodies leave it
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  method TEXT NOT NULL,
  url TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,
  outcome TEXT NOT NULL,          -- pending until the attempt has ended; interrupted
                                  --   when nobody saw its end
  status INTEGER,
  signature TEXT,
  body BLOB,
  body_pseudonym TEXT
);

CREATE TABLE deletion (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- not the UUID that is deleted
  purpose TEXT NOT NULL,
  consent TEXT,                   -- the grant that it ends, for the receipt
  requested_at TEXT NOT NULL,
  state TEXT NOT NULL,            -- under-way, failed, confirmed
  next_attempt_at TEXT,
  confirmed_at TEXT,
  deleted INTEGER,
  signature TEXT
);
`;
