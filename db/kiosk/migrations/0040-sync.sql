-- The line to head office: who this device is there, how far its outbox has been taken, and what of it was
-- refused. docs/specs/sync.md

CREATE TABLE central_link (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  url TEXT NOT NULL,
  -- PKCS #8 of the device's Ed25519 key, sealed by the secret box.
  sealed_key TEXT NOT NULL,
  -- Null until head office has let the device in.
  device_id TEXT,
  name TEXT,
  store TEXT,
  enrolled_at INTEGER,
  -- Head office's clock minus ours, in ms.
  clock_offset_ms INTEGER NOT NULL DEFAULT 0,
  last_contact_at INTEGER
) STRICT;

-- Every event up to this one has been answered.
CREATE TABLE outbox_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  answered_through INTEGER NOT NULL
) STRICT;
INSERT INTO outbox_state (id, answered_through) VALUES (1, 0);

-- Events that head office refused; the others went on.
CREATE TABLE outbox_set_aside (
  device_seq INTEGER PRIMARY KEY REFERENCES outbox_events (device_seq),
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Somebody asked for it to be sent once more.
  retry INTEGER NOT NULL DEFAULT 0 CHECK (retry IN (0, 1))
) STRICT;
