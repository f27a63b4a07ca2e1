-- Devices and what they send. Ids are UUIDv7: a month is a range of them, so that tables of events and
-- orders are partitioned by id and their primary key still keeps an id from coming twice. The key begins
-- with the store, by which a sharded PostgreSQL distributes them. docs/decisions/0010-central-backend.md

-- The smallest UUIDv7 of a moment (RFC 9562, 5.7: 48 bits of Unix milliseconds come first).
CREATE FUNCTION uuid7_floor(moment timestamptz) RETURNS uuid
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '00000000000000000000'
  )::uuid;

CREATE TABLE devices (
  id uuid PRIMARY KEY,
  -- Begins its receipt numbers.
  code text NOT NULL,
  store text NOT NULL,
  name text NOT NULL,
  -- Ed25519, 32 bytes: who a device is.
  public_key bytea NOT NULL UNIQUE CHECK (octet_length(public_key) = 32),
  enrolled_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  last_seen_at timestamptz(3),
  app_version text,
  -- How far the device's clock was ahead of ours when it last sent something, in ms.
  clock_skew_ms bigint
);

-- Every store that a device was ever enrolled in: what it sold there may arrive later.
CREATE TABLE device_stores (
  device uuid NOT NULL REFERENCES devices (id),
  store text NOT NULL,
  PRIMARY KEY (device, store)
);

CREATE TABLE enrol_codes (
  -- SHA-256 of the code.
  code_hash bytea PRIMARY KEY,
  store text NOT NULL,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_by uuid REFERENCES devices (id)
);

-- Nonces of the requests that are young enough to be accepted.
CREATE TABLE device_nonces (
  device uuid NOT NULL,
  nonce text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (device, nonce)
);
CREATE INDEX device_nonces_by_age ON device_nonces (seen_at);

-- Position in the feed: whoever reads only what has an xid below the oldest running transaction, in
-- this order, misses nothing that commits late. The epoch grows when the database moves to another
-- cluster, whose transactions count anew.
CREATE TABLE feed_epochs (
  epoch integer PRIMARY KEY,
  cluster text NOT NULL,
  began_at timestamptz(3) NOT NULL
);
CREATE FUNCTION feed_epoch() RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce((SELECT max(epoch) FROM feed_epochs), 0);

CREATE SEQUENCE event_seq;
CREATE TABLE events (
  store text NOT NULL,
  id uuid NOT NULL,
  -- Null: not from a device.
  device uuid,
  device_seq bigint,
  type text NOT NULL,
  schema_version integer NOT NULL,
  -- The text that the hash was taken of.
  payload json NOT NULL,
  hash bytea NOT NULL,
  received_at timestamptz(3) NOT NULL,
  epoch integer NOT NULL DEFAULT feed_epoch(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint NOT NULL DEFAULT nextval('event_seq'),
  PRIMARY KEY (store, id)
) PARTITION BY RANGE (id);
CREATE INDEX events_by_feed ON events (epoch, xid, seq);
-- For ids from a clock that is far off.
CREATE TABLE events_default PARTITION OF events DEFAULT;

CREATE TABLE orders (
  store text NOT NULL,
  id uuid NOT NULL,
  event uuid NOT NULL,
  device uuid,
  number text NOT NULL,
  sold_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  currency text NOT NULL,
  catalog_hash text,
  subtotal_minor bigint NOT NULL,
  discount_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  cash_rounding_minor bigint NOT NULL,
  total_minor bigint NOT NULL,
  PRIMARY KEY (store, id)
) PARTITION BY RANGE (id);
CREATE INDEX orders_by_time ON orders (store, sold_at DESC, id DESC);
-- For lists of every store, and for one order of which the store is not named.
CREATE INDEX orders_of_all_by_time ON orders (sold_at DESC, id DESC);
CREATE INDEX orders_by_id ON orders (id);
CREATE TABLE orders_default PARTITION OF orders DEFAULT;

-- Makes the partitions of the months from `since` to `until`, where they are missing, of every table that
-- is partitioned by id. What a clock that was ahead put into the default partition moves to its month,
-- which could not be made otherwise.
CREATE FUNCTION make_partitions(since timestamptz, until timestamptz) RETURNS integer
  LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  month timestamptz := date_trunc('month', since, 'UTC');
  name text;
  first uuid;
  beyond uuid;
  has_rows boolean;
  made integer := 0;
BEGIN
  WHILE month <= until LOOP
    first := uuid7_floor(month);
    beyond := uuid7_floor(month + interval '1 month');
    FOR parent IN
      SELECT relname FROM pg_partitioned_table JOIN pg_class ON pg_class.oid = partrelid
      WHERE relnamespace = current_schema()::regnamespace ORDER BY relname
    LOOP
      name := parent || to_char(month AT TIME ZONE 'UTC', '"_"YYYY"_"MM');
      CONTINUE WHEN to_regclass(name) IS NOT NULL;
      EXECUTE format('LOCK TABLE %I IN SHARE ROW EXCLUSIVE MODE', parent);
      EXECUTE format(
        'SELECT EXISTS (SELECT FROM %I WHERE id >= $1 AND id < $2)', parent || '_default'
      ) INTO has_rows USING first, beyond;
      IF has_rows THEN
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
        EXECUTE format(
          'WITH early AS (DELETE FROM %I WHERE id >= $1 AND id < $2 RETURNING *)
           INSERT INTO %I SELECT * FROM early', parent || '_default', name
        ) USING first, beyond;
        EXECUTE format(
          'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
          parent, name, first, beyond
        );
      ELSE
        EXECUTE format(
          'CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
          name, parent, first, beyond
        );
      END IF;
      made := made + 1;
    END LOOP;
    month := date_trunc('month', month + interval '32 days', 'UTC');
  END LOOP;
  RETURN made;
END
$$;

-- Who reads the feed inside the backend, and how far each has come.
CREATE TABLE feed_consumers (
  name text PRIMARY KEY,
  epoch integer NOT NULL DEFAULT 0,
  xid xid8 NOT NULL DEFAULT '0',
  seq bigint NOT NULL DEFAULT 0
);

-- Events that a reader of the feed could make nothing of and went past; they are still in `events`.
CREATE TABLE feed_consumer_failures (
  consumer text NOT NULL,
  store text NOT NULL,
  event uuid NOT NULL,
  message text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (consumer, store, event)
);

-- What administrators did; each entry carries the hash of the one before it.
CREATE TABLE audit_log (
  seq bigint PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  -- `cli`, `key:<id>` or `device:<id>`.
  actor text NOT NULL,
  action text NOT NULL,
  -- Kept as text: the hash is taken of it.
  details json NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL
);

CREATE TABLE api_keys (
  id text PRIMARY KEY,
  name text NOT NULL,
  -- SHA-256 of the secret part.
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);
