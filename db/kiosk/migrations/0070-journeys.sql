-- What happened in visits, without a person in it: docs/specs/journeys.md. The key is random and the table has
-- no other order, so that neither tells which visit came before which.

CREATE TABLE journey_events (
  -- UUID, version 4: made up for one visit and used for nothing else.
  journey_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  -- Of the store, when the journey's first events came: the same for all of them.
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Since the journey began.
  at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
  -- JSON, a `Happening`.
  what TEXT NOT NULL CHECK (json_valid(what)),
  PRIMARY KEY (journey_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX journey_events_by_day ON journey_events (day);
