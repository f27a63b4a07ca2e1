-- Contacts that customers left, sealed by the device: their ciphertext stays in the event that told of
-- them. Each has a key of its own, wrapped by the master key, and is erased by deleting that.
-- docs/decisions/0012-personal-data.md

CREATE TABLE people (
  id uuid PRIMARY KEY,
  store text NOT NULL,
  order_id uuid NOT NULL,
  -- The event `person.recorded`, in the same store.
  event uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);

-- May be here before the person's event is.
CREATE TABLE person_keys (
  person uuid PRIMARY KEY,
  -- Where the device that handed it over stood.
  store text NOT NULL,
  -- Which master key wrapped it: the beginning of that key's SHA-256.
  master_key text NOT NULL,
  wrapped bytea NOT NULL,
  received_at timestamptz(3) NOT NULL
);
CREATE INDEX person_keys_by_master_key ON person_keys (master_key);

-- Who must not come back: a key that arrives later is refused, and devices destroy theirs. Read in the
-- order of the feed, so that nothing that commits late is missed.
CREATE TABLE person_erasures (
  person uuid PRIMARY KEY,
  erased_at timestamptz(3) NOT NULL,
  epoch integer NOT NULL DEFAULT feed_epoch(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX person_erasures_by_feed ON person_erasures (epoch, xid, seq);
