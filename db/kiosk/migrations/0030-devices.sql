-- Devices: how they are attached, and the print ledger. A job is written with its sale, is never
-- deleted, and tells what is known of its paper. docs/decisions/0008-print-ledger.md

CREATE TABLE device_settings (
  -- The place of the device in the kiosk: 'receipt-printer', 'scanner'.
  device TEXT PRIMARY KEY,
  settings TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_ledger (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'copy', 'test')),
  order_id TEXT REFERENCES orders (id),
  -- The receipt as JSON.
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
  CHECK ((kind = 'test') = (order_id IS NULL)),
  CHECK ((state = 'printed') = (confirmed_by IS NOT NULL))
) STRICT;

-- Until now a job was printed when the printer had taken its bytes: nothing confirmed it.
INSERT INTO print_ledger
  (id, kind, order_id, document, state, attempts, queued_at, changed_at, confirmed_by)
SELECT
  id, 'receipt', order_id, receipt, state,
  CASE state WHEN 'queued' THEN 0 ELSE 1 END,
  changed_at, changed_at,
  CASE state WHEN 'printed' THEN 'nothing' END
FROM print_jobs;

DROP TABLE print_jobs;
ALTER TABLE print_ledger RENAME TO print_jobs;

CREATE INDEX print_jobs_by_order ON print_jobs (order_id) WHERE order_id IS NOT NULL;
-- What waits, and what somebody may have to see to.
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state <> 'printed' AND acknowledged = 0;
