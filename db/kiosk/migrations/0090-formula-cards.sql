-- Formula cards: designs that were kept under a code, and papers that belong to no sale.
-- docs/specs/formula-cards.md

CREATE TABLE saved_designs (
  -- Crockford's base 32 with its check symbol; random.
  code TEXT PRIMARY KEY,
  store TEXT NOT NULL,
  -- JSON, a `CardContent`: without the texts that somebody typed, and without allergies.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- Content of the catalog that the store had then.
  catalog_hash TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Two more kinds of print jobs.
CREATE TABLE print_ledger (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'copy', 'test', 'card', 'slip')),
  order_id TEXT REFERENCES orders (id),
  -- The paper as JSON.
  document TEXT NOT NULL,
  state TEXT NOT NULL CHECK (
    state IN ('queued', 'sending', 'printed', 'unknown', 'failed', 'expired')
  ),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  queued_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  confirmed_by TEXT CHECK (confirmed_by IN ('processId', 'status', 'nothing')),
  reason TEXT,
  -- 1 when somebody has seen to it: it was printed anew, or found on paper.
  acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (acknowledged IN (0, 1)),
  CHECK ((kind IN ('receipt', 'copy')) = (order_id IS NOT NULL)),
  CHECK ((state = 'printed') = (confirmed_by IS NOT NULL))
) STRICT;

INSERT INTO print_ledger SELECT
  id, kind, order_id, document, state, attempts, queued_at, changed_at, confirmed_by, reason, acknowledged
FROM print_jobs;

DROP TABLE print_jobs;
ALTER TABLE print_ledger RENAME TO print_jobs;

CREATE INDEX print_jobs_by_order ON print_jobs (order_id) WHERE order_id IS NOT NULL;
-- What waits, and what somebody may have to see to.
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state <> 'printed' AND acknowledged = 0;
