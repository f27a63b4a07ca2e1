-- What is remembered of each device's numbers and clock, so that a copy of its store is noticed and its sales
-- are dated rightly. docs/specs/sync.md, ING-10 and ING-11; docs/specs/stock.md, STK-43

CREATE INDEX events_by_device ON events (device, device_seq);

ALTER TABLE devices
  -- The highest number of its events that are stored; null: none is.
  ADD COLUMN stored_through_seq bigint,
  -- When an event last came whose number another event of the device has already; null: never.
  ADD COLUMN number_doubled_at timestamptz(3);
UPDATE devices SET stored_through_seq = (
  SELECT max(device_seq) FROM events WHERE events.device = devices.id
);

-- How far a device's clock was ahead of ours, from which push on; a row for each time that it was set.
CREATE TABLE device_clocks (
  device uuid NOT NULL REFERENCES devices (id),
  since timestamptz(3) NOT NULL,
  -- As in devices.
  skew_ms bigint NOT NULL,
  PRIMARY KEY (device, since)
);
INSERT INTO device_clocks (device, since, skew_ms)
SELECT id, coalesce(last_seen_at, enrolled_at), clock_skew_ms FROM devices
WHERE clock_skew_ms IS NOT NULL;

ALTER TABLE stock_allotments
  -- The largest total of sales that the device told when it asked, and when it last told that.
  ADD COLUMN told_sold bigint NOT NULL DEFAULT 0,
  ADD COLUMN told_at timestamptz(3),
  -- The last such moment of which all those sales had arrived: what arrives later was sold later.
  ADD COLUMN settled_at timestamptz(3);
