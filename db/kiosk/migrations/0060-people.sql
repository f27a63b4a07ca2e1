-- Contacts that customers leave: sealed, each with a key of its own that can be destroyed. The order
-- names the person and nothing else of them. docs/decisions/0012-personal-data.md

CREATE TABLE people (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- With a card payment the person is there before the order, so it refers to nothing.
  order_id TEXT NOT NULL UNIQUE,
  store TEXT NOT NULL,
  sealed TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  key_sent_at INTEGER,
  erased_at INTEGER,
  -- 1 when the write-ahead log holds nothing of the destroyed key any more.
  scrubbed INTEGER NOT NULL DEFAULT 0 CHECK (scrubbed IN (0, 1)),
  CHECK (scrubbed = 0 OR erased_at IS NOT NULL)
) STRICT;

CREATE INDEX people_to_scrub ON people (seq) WHERE erased_at IS NOT NULL AND scrubbed = 0;
CREATE INDEX people_to_send ON people (seq) WHERE erased_at IS NULL AND key_sent_at IS NULL;

-- Rows are added at the end, never removed, and destroyed in place by as many dots: SQLite then never
-- copies a key to another page, where a remnant of it could outlive it.
CREATE TABLE person_keys (
  person INTEGER PRIMARY KEY REFERENCES people (seq),
  wrapped TEXT NOT NULL
) STRICT;

ALTER TABLE payment_intents ADD COLUMN person TEXT
  REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED;

-- How far head office's list of erasures was read.
CREATE TABLE people_sync (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  erasures_cursor TEXT NOT NULL
) STRICT;
