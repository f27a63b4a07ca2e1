-- Selling: what one sale writes, all of it in one transaction. Money is minor units, times are Unix
-- milliseconds. `orders.document` is the order as it was sold; the columns and the tables below it
-- are what sums and reports are made of, and `check` compares the two.

CREATE TABLE device (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL,
  store TEXT,
  -- The last receipt number and the last outbox number that were given out.
  receipt_counter INTEGER NOT NULL DEFAULT 0,
  device_seq INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  number_seq INTEGER NOT NULL UNIQUE,
  device TEXT NOT NULL,
  store TEXT NOT NULL,
  sold_at INTEGER NOT NULL,
  currency TEXT NOT NULL,
  catalog_version INTEGER NOT NULL,
  customer TEXT,
  prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
  subtotal_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL CHECK (discount_minor >= 0),
  tax_minor INTEGER NOT NULL,
  cash_rounding_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
  document TEXT NOT NULL
) STRICT;

CREATE INDEX orders_by_customer ON orders (customer) WHERE customer IS NOT NULL;

CREATE TABLE order_lines (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  sku TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price_minor INTEGER NOT NULL,
  subtotal_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL CHECK (discount_minor >= 0),
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_taxes (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  rate TEXT NOT NULL,
  rate_bps INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_promotions (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  promotion TEXT NOT NULL,
  applications INTEGER NOT NULL CHECK (applications > 0),
  discount_minor INTEGER NOT NULL CHECK (discount_minor >= 0),
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  tendered_minor INTEGER,
  change_minor INTEGER,
  reference TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_by_order ON payments (order_id);

-- A card payment that the terminal was, or is about to be, asked for.
CREATE TABLE payment_intents (
  payment_id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (
    state IN ('pending', 'unsettled', 'committed', 'declined', 'cancelled', 'timeout', 'reversed')
  ),
  basket TEXT NOT NULL,
  quote TEXT NOT NULL
) STRICT;

CREATE INDEX payment_intents_open ON payment_intents (created_at)
  WHERE state IN ('pending', 'unsettled');

CREATE TABLE stock_movements (
  id INTEGER PRIMARY KEY,
  order_id TEXT REFERENCES orders (id),
  -- Where the goods moved: a device may be put into another store.
  store TEXT NOT NULL,
  sku TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX stock_movements_by_sku ON stock_movements (store, sku, at);

-- Each entry carries the hash of the one before it: nothing can be changed or left out unseen.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  order_id TEXT REFERENCES orders (id),
  payload TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX journal_by_order ON journal (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  receipt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX print_jobs_by_order ON print_jobs (order_id);
CREATE INDEX print_jobs_waiting ON print_jobs (state) WHERE state IN ('queued', 'sending');

-- Immutable events for head office, numbered without gaps per device.
CREATE TABLE outbox_events (
  device_seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_id TEXT REFERENCES orders (id),
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  payload TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX outbox_events_by_order ON outbox_events (order_id) WHERE order_id IS NOT NULL;
