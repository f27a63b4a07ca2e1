-- Stock: what every store has of every SKU, and who may sell it (docs/specs/stock.md). Quantities are in
-- the item's stock unit. Whoever changes anything about a SKU in a store holds its row in stock_levels.

CREATE TABLE stock_levels (
  store text COLLATE "C" NOT NULL,
  sku text COLLATE "C" NOT NULL,
  -- The last count; null: never counted, so that nothing limits its sale.
  counted bigint,
  counted_at timestamptz(3),
  -- Sum of the movements after the count, or of all.
  moved bigint NOT NULL DEFAULT 0,
  -- Until then devices that have units of it are asked to give some back: others need them.
  recall_until timestamptz(3),
  PRIMARY KEY (store, sku),
  CHECK ((counted IS NULL) = (counted_at IS NULL))
);
CREATE INDEX stock_levels_recalled ON stock_levels (store, sku) WHERE recall_until IS NOT NULL;

-- The ledger; nothing in it is ever changed.
CREATE TABLE stock_movements (
  store text COLLATE "C" NOT NULL,
  -- Of the event, the reservation, or as the client made it.
  id uuid NOT NULL,
  sku text COLLATE "C" NOT NULL,
  quantity bigint NOT NULL CHECK (quantity <> 0),
  kind text NOT NULL CHECK (kind IN ('sale', 'reservation', 'receipt', 'adjustment')),
  -- When the goods moved, by our clock as well as we know.
  at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  device uuid,
  order_id uuid,
  reason text,
  PRIMARY KEY (store, id, sku)
);
CREATE INDEX stock_movements_by_sku ON stock_movements (store, sku, at);

-- Units that a device may sell by itself: totals that only grow.
CREATE TABLE stock_allotments (
  store text COLLATE "C" NOT NULL,
  sku text COLLATE "C" NOT NULL,
  device uuid NOT NULL REFERENCES devices (id),
  granted bigint NOT NULL,
  -- As its sales say that have arrived.
  sold bigint NOT NULL DEFAULT 0,
  returned bigint NOT NULL DEFAULT 0,
  -- What a shopper at the device needs beyond what it has, and since when.
  wanted bigint NOT NULL DEFAULT 0,
  wanted_at timestamptz(3),
  PRIMARY KEY (store, sku, device),
  CHECK (granted >= sold + returned AND sold >= 0 AND returned >= 0 AND wanted >= 0)
);
CREATE INDEX stock_allotments_by_device ON stock_allotments (device, store, sku);

CREATE TABLE stock_reservations (
  -- Made by the client.
  id uuid PRIMARY KEY,
  store text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'committed', 'released', 'expired')),
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  order_id uuid,
  CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX stock_reservations_open ON stock_reservations (expires_at) WHERE state = 'open';

CREATE TABLE stock_reservation_lines (
  reservation uuid NOT NULL REFERENCES stock_reservations (id),
  store text COLLATE "C" NOT NULL,
  sku text COLLATE "C" NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  -- As long as its reservation is open.
  holds boolean NOT NULL,
  PRIMARY KEY (reservation, sku)
);
CREATE INDEX stock_reservation_lines_holding ON stock_reservation_lines (store, sku) WHERE holds;
