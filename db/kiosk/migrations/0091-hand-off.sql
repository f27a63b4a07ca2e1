-- Handing a bag to the counter, and pickup numbers. docs/specs/hand-off.md

-- Signs hand-offs while no head office has let this device in: PKCS #8, sealed by the secret box.
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sealed_key TEXT NOT NULL
) STRICT;

-- Hand-offs that were sold here, so that none is sold twice: nothing of them but their ids.
CREATE TABLE sold_hand_offs (
  id TEXT PRIMARY KEY,
  sold_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE device ADD COLUMN pickup_day TEXT;
-- The last pickup number of that day.
ALTER TABLE device ADD COLUMN pickup_counter INTEGER NOT NULL DEFAULT 0;
