-- The last of the next places in the feed, at most `size` of them, and how many they are; nothing when there
-- is none. Read in the order of the index whatever the statistics say: of `(epoch, xid, seq) > (…)` the
-- planner sees the epoch alone, thinks that nothing is left behind the cursor, and would sort all that is.
CREATE FUNCTION feed_window(after_epoch integer, after_xid xid8, after_seq bigint, size integer)
  RETURNS TABLE (epoch integer, xid xid8, seq bigint, count bigint)
  LANGUAGE sql STABLE
  SET enable_sort = off
  SET enable_seqscan = off
  SET enable_bitmapscan = off
AS $$
  SELECT places.epoch, places.xid, places.seq, places.count
  FROM (
    SELECT e.epoch, e.xid, e.seq,
      row_number() OVER (ORDER BY e.epoch, e.xid, e.seq) AS count
    FROM events e
    WHERE (e.epoch, e.xid, e.seq) > (after_epoch, after_xid, after_seq)
      AND (
        e.epoch < (SELECT feed_epoch())
        OR e.xid < (SELECT pg_snapshot_xmin(pg_current_snapshot()))
      )
    ORDER BY e.epoch, e.xid, e.seq
    LIMIT size
  ) places
  ORDER BY places.count DESC
  LIMIT 1
$$;

-- Endpoints of other systems that hear of events, and what was, or is to be, delivered to each.
-- docs/decisions/0011-feed-and-consumers.md

CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  url text NOT NULL,
  description text NOT NULL,
  -- Attributes `type` of CloudEvents, and stores; empty: all.
  types text[] NOT NULL,
  stores text[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  -- Nothing is sent, and nothing new is kept for it, while this is set.
  disabled_at timestamptz(3),
  -- `asked`: through the API; `gone`: the endpoint answered 410.
  disabled_reason text CHECK (disabled_reason IN ('asked', 'gone')),
  -- Attempts that failed since the last one that did not, of all deliveries.
  failures integer NOT NULL DEFAULT 0,
  -- An endpoint that keeps failing is left alone until then.
  quiet_until timestamptz(3),
  CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL))
);

-- What bodies are signed with: wrapped by the master key, for signing needs them as they are. An older one
-- signs too until it expires.
CREATE TABLE webhook_secrets (
  id uuid PRIMARY KEY,
  webhook uuid NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  -- Which master key wrapped it: the beginning of that key's SHA-256.
  master_key text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamptz(3) NOT NULL,
  -- Null: the present one.
  expires_at timestamptz(3)
);
CREATE UNIQUE INDEX webhook_secrets_present ON webhook_secrets (webhook) WHERE expires_at IS NULL;
CREATE INDEX webhook_secrets_by_webhook ON webhook_secrets (webhook);
CREATE INDEX webhook_secrets_by_master_key ON webhook_secrets (master_key);

-- One CloudEvent for one webhook. Its text is not kept: it is made of the stored event whenever it is sent.
CREATE TABLE webhook_deliveries (
  webhook uuid NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  -- Id of the CloudEvent.
  event uuid NOT NULL,
  type text NOT NULL,
  -- The stored event that it is made of.
  store text NOT NULL,
  stored_event uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  created_at timestamptz(3) NOT NULL,
  -- When it was made ready to be sent: by the event or by a replay.
  ready_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- While it is being sent: when it counts as lost. Null when it has ended.
  next_attempt_at timestamptz(3),
  ended_at timestamptz(3),
  -- Of the last attempt; no status when there was no answer.
  last_status integer,
  last_error text,
  PRIMARY KEY (webhook, event),
  CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'waiting') = (ended_at IS NULL))
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook, next_attempt_at)
  WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (webhook, created_at DESC, event DESC);
CREATE INDEX webhook_deliveries_dead ON webhook_deliveries (webhook, created_at DESC, event DESC)
  WHERE state = 'dead';
CREATE INDEX webhook_deliveries_waiting_by_age ON webhook_deliveries (ready_at)
  WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (ended_at) WHERE state <> 'waiting';

-- Webhooks that get again what was in the feed after a place; batch by batch, so that a
-- replay of years survives a restart. What comes after `until` is delivered anyway.
CREATE TABLE webhook_replays (
  webhook uuid PRIMARY KEY REFERENCES webhooks (id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  xid xid8 NOT NULL,
  seq bigint NOT NULL,
  until_epoch integer NOT NULL,
  until_xid xid8 NOT NULL,
  until_seq bigint NOT NULL,
  requested_at timestamptz(3) NOT NULL
);
